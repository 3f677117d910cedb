// In a frame on another page: says how high it is, whenever that changes, so that the frame can be as high.
// Of what is in it: the document itself is never lower than the frame.
const height = () => Math.ceil(document.body.getBoundingClientRect().height);
const tell = () => parent.postMessage({ type: "paradero:height", height: height() }, "*");
new ResizeObserver(tell).observe(document.body);
tell();
