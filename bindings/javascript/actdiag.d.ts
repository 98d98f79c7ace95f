/**
 * What a Windows volume-activation error code means, where to fix it, and what to do.
 *
 *     import { classify, diagnose } from "actdiag";
 *     console.log(classify(0xC004F074, { language: "en" }).steps);
 *     const [verdict] = await diagnose(await readFile("application.log"));
 *
 * The module is the C library libactdiag as WebAssembly: it makes no request but for its own file,
 * and keeps nothing. Objects have the members that the command `actdiag --json` prints.
 *
 * A code is an integer from -2147483648 to 4294967295, or a string in any notation that people and
 * tools write: "0xC004F074", "C004F074", "-1073418124", "&HC004F074", a symbolic name.
 */

/** A code, as a number or in any notation. */
export type Code = number | string;

/** The tool for which commands are written. */
export type Dialect = "slmgr" | "powershell" | "oslicense" | "office";

export interface LanguageOptions {
  /**
   * A BCP 47 tag or a locale's name, such as "en" or "ja_JP.UTF-8"; where the texts lack it, they
   * are in English. Default: in Node.js the process's locale, in a browser navigator.language.
   */
  language?: string | null;
}

export interface AnswerOptions extends LanguageOptions {
  /**
   * The tool for which commands are written. Default: in Node.js what the environment variable
   * ACTDIAG_COMMANDS names, else "slmgr".
   */
  commands?: Dialect | null;
}

/** A command of an answer's steps. */
export interface Command {
  /** As it is typed; <name> stands for what the reader fills in. */
  text: string;
  /** The tool that it is for: the one that was asked for, or "slmgr" where that has no form of its own. */
  dialect: Dialect;
  /** Where it is typed: on the computer that is to be activated, or elsewhere. */
  where: "client" | "kms-host" | "forest" | "virtualization-host";
  /** Whether it needs an elevated shell. */
  elevated: boolean;
  /** Whether it changes something. */
  changes: boolean;
  /** Whether what it changes is hard to undo. */
  hard_to_undo: boolean;
  /** Whether it is administrators' practice, at least in part, and not documented. */
  practice: boolean;
}

/** What is known of a code. Texts are read when they are asked for. */
export interface Answer {
  /** "0x" and 8 upper-case hex digits. */
  code: string;
  /** The code as a number from 0 to 4294967295. */
  value: number;
  /** The code that the answer is about, such as 0x800706BA for 1722; mostly the same as code. */
  subject: string;
  /** Where the answer comes from: "documented", "named", "structural" or "none". */
  known: string;
  /** Symbolic name of the subject. */
  name: string | null;
  /** The kind of fault, such as "dns"; word("category.dns") is its label. */
  category: string;
  /** Where the fault is fixed, such as "kms-host"; word("side.kms-host") is its label. */
  side: string;
  /** "cause"; "envelope": the code to look for is elsewhere; "state": no failure; or "unknown". */
  role: string;
  /** Whether waiting or trying again alone can cure the error. */
  retry: boolean;
  /** Activation types for which the error occurs, such as "kms-client". */
  types: string[];
  /** Address of Microsoft's page on the code, without a language in it. */
  reference: string | null;
  /** The error message; null where the documents do not describe the code. */
  readonly message: string | null;
  /** Why the error occurs; null like message. */
  readonly cause: string | null;
  /** What to do: paragraphs, lists, commands indented by four blanks or more; null like message. */
  readonly steps: string | null;
  /** General advice for this kind of fault. */
  readonly advice: string | null;
  /** The commands of the steps that the catalogue knows, in their order. */
  readonly commands: Command[];
  /** The tag of the language in which the texts are. */
  language: string;
}

/** A code that scan() found. */
export interface Match {
  /** "0x" and 8 upper-case hex digits, however it was written. */
  code: string;
  /** The code as a number from 0 to 4294967295. */
  value: number;
  /** Where it begins: in UTF-16 units of a string, in bytes of anything else. */
  offset: number;
  /** How long it is as written, in the unit of offset. */
  length: number;
}

export interface ScanOptions {
  /** Find every code with "0x", not only those that the documents or the register hold. */
  all?: boolean;
  /** Stops the reading of a Blob or stream: its iterator throws the signal's reason. */
  signal?: AbortSignal;
}

/** Text in any one-byte encoding, UTF-8 or UTF-16, even mixed. */
export type Bytes = ArrayBuffer | ArrayBufferView;
/** Text that is read piece by piece: a Blob or File, or any stream of bytes, such as Node's. */
export type Stream = Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>;

/** A text of a case, with what is known of where it comes from. */
export interface Piece {
  text: string | Bytes | Stream;
  /** Provider or source of the event whose text it is. */
  source?: string | null;
  /** Number of that event. */
  event?: number;
  /** Name of the computer. */
  computer?: string | null;
  /** When it was logged; a number is milliseconds since 1970-01-01 00:00 UTC. */
  time?: Date | number | null;
  /** Number of the event's record in its log. */
  record?: number;
}

export type Part = string | Bytes | Stream | Piece;

export interface DiagnoseOptions extends LanguageOptions {
  /** Stops the reading: the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Called with the bytes of each piece that was read. */
  progress?: (bytes: number) => void;
}

/** A code of a case, and what the text has about the place where it was seen last. */
export interface Finding {
  code: string;
  /** How often it was seen. */
  count: number;
  /** Of the first place, in bytes of all text; a string counts as UTF-8. */
  offset: number;
  name: string | null;
  role: string;
  /** Number of the event that carried it, and of that event's record. */
  event: number | null;
  record: number | null;
  /** UTC, as in "2026-11-24T08:00:00". */
  time: string | null;
  /** The KMS host that was asked, and its port. */
  host: string | null;
  /** Computers that the KMS host had counted, and how many must ask before it activates any. */
  current: number | null;
  needed: number | null;
  /** License state of the client, 0 unlicensed, 1 licensed, 2 to 6; and the minutes until it ends. */
  state: number | null;
  minutes: number | null;
  /** Whether the text around it is about an evaluation edition. */
  evaluation: boolean;
  /** Whether an activation succeeded afterwards. */
  settled: boolean;
}

/** The outcome of a case for one computer. Members about the code are null where there is none. */
export interface Verdict {
  /** Name of the computer; null where the text names none. */
  computer: string | null;
  /** The code to act on. */
  code: string | null;
  subject: string | null;
  name: string | null;
  category: string | null;
  side: string | null;
  role: string | null;
  /** What decided: "only", "role", "request", "documented", "latest", "activated" or "none". */
  rule: string;
  /** The tool that fits the text. */
  dialect: Dialect;
  reference: string | null;
  /** The codes of this computer, those first that are acted on first. */
  findings: Finding[];
  /** Numbers of the events of activation that the text names. */
  events: number[];
  /** How many codes of the text are no findings, by reason. */
  left_out: { list: number; state: number; "no-key": number; "no-room": number };
  language: string;
}

/** What an event of the Windows event log about activation means. */
export interface Event {
  event: number;
  /** "fault", "look", "good" or "noise". */
  kind: string;
  meaning: string;
  advice: string;
  language: string;
}

export interface EventOptions extends LanguageOptions {
  /** Its provider or source; default: any of the licensing sources. */
  source?: string | null;
}

/** A command of the catalogue in each dialect; null in one that has no form of it. */
export interface CatalogueCommand {
  slmgr: string;
  powershell: string | null;
  oslicense: string | null;
  office: string | null;
  elevated: boolean;
  changes: boolean;
  hard_to_undo: boolean;
  practice: boolean;
}

/** A document from which the table was made; a text that it lacks is "". */
export interface DocumentInformation {
  language: string;
  title: string;
  date: string;
  source: string;
}

/**
 * What is known of any code: there is an answer for each of them.
 *
 * @throws RangeError where it is not a code, or an option has no such value
 * @throws TypeError where an argument is of another type
 */
export function classify(code: Code, options?: AnswerOptions): Answer;

/** The same for a code that the documents describe; null for others. */
export function lookup(code: Code, options?: AnswerOptions): Answer | null;

/** The answers for all codes that the documents describe, in their order. */
export function entries(options?: AnswerOptions): Answer[];

/** Every code that the documents or the register hold, in ascending order. */
export function codes(): number[];

/** Symbolic name of a code; null if none is known. */
export function name(code: Code): string | null;

/**
 * Reads one code.
 *
 * @returns the code as a number from 0 to 4294967295
 * @throws RangeError where it is not a code: nothing is guessed
 */
export function parse(code: Code): number;

/**
 * The codes with all of these words in name, message, cause or kind of fault, also inside longer
 * words; documented codes first.
 */
export function find(words: string, options?: AnswerOptions): Answer[];

/**
 * Finds codes in a text: "0x" and 8 hex digits; and, where the documents or the register hold them,
 * decimal numbers and 8 hex digits alone.
 *
 * @returns what iterates over the matches, in the order of the text
 * @throws RangeError where the text is compressed or in UTF-32, and no code in it can be found
 */
export function scan(text: string | Bytes, options?: ScanOptions): IterableIterator<Match>;
export function scan(text: Stream, options?: ScanOptions): AsyncIterableIterator<Match>;

/**
 * Finds the code to act on in all text that somebody has at hand for one failure.
 *
 * @param parts  one part, or an array of all parts; an .evtx file is read as bytes, not by records
 * @returns one verdict for each computer; at least one
 * @throws RangeError, TypeError as scan() does, and what the reading of a stream throws
 */
export function diagnose(parts: Part | readonly Part[], options?: DiagnoseOptions): Promise<Verdict[]>;

/** What an event means; null where it is not an event of activation, or not known. */
export function event(number: number, options?: EventOptions): Event | null;

/** Every event of activation that is known, by ascending numbers. */
export function events(options?: LanguageOptions): Event[];

/** The commands that the answers use, and the options of slmgr.vbs and ospp.vbs. */
export function commands(): CatalogueCommand[];

/** The documents from which the table was made; the first one's language is the primary one. */
export function documents(): DocumentInformation[];

/**
 * A label by its identifier, such as "heading.cause", "category.dns" or "side.client"; "{0}" marks
 * what the caller fills in. null for an unknown identifier.
 */
export function word(id: string, language?: string | null): string | null;

/** Version of the library. */
export function version(): string;
