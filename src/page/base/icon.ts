/** Two dots: one who claims, one who can be named. In the page itself, so that nothing is asked for it. */
export const icon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="4" cy="8" r="2.6" fill="#a84300"/><circle cx="12" cy="8" r="2.6" fill="#0a6b4d"/></svg>')}`;
