/** The data of an answer that is written already. Whoever wants its values gets them by reading it again. */
export class Written {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** The JSON of what an answer says. */
export const jsonOf = (data: unknown): string => (data instanceof Written ? data.text : JSON.stringify(data));
