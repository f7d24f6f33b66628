import type { Message } from "../../wire.js";
import type { Parent } from "../engine.js";

type SendQuestion = (parent: Parent, content: Readonly<Record<string, unknown>>) => void;
type Answer = (value: string | null) => void;

/** The questions of cells to the user: one at a time, as cells wait for the answer. */
export class InputRequests {
  readonly #answer: Answer;
  readonly #send: SendQuestion;
  #isOpen = false;

  /** `send` takes an input_request away, `answer` takes what the user typed, null if nothing. */
  constructor(send: SendQuestion, answer: Answer) {
    this.#send = send;
    this.#answer = answer;
  }

  ask(parent: Parent, prompt: string, password: boolean): void {
    this.#isOpen = true;
    this.#send(parent, { prompt, password });
  }

  /** Takes a message of the stdin channel. */
  receive({ header, content }: Message): void {
    if (header.msg_type === "input_reply")
      this.#close(typeof content.value === "string" ? content.value : "");
  }

  /** Takes back an open question. @returns whether there was one */
  cancel(): boolean {
    return this.#close(null);
  }

  #close(value: string | null): boolean {
    if (!this.#isOpen) return false;
    this.#isOpen = false;
    this.#answer(value);
    return true;
  }
}
