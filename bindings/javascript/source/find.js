// Finds codes by words.
import { library, numbers, place, reserveText, writeTag, writeText } from "./memory.js";
import { chooseLanguage, shown } from "./values.js";

// The codes as numbers.
export function findCodes(words, language) {
  if (typeof words !== "string")
    throw new TypeError(`expected words in a string, not ${shown(words)}`);
  const tag = writeTag(chooseLanguage(language)), length = writeText(words);
  const found = (place.text + length + 3) & ~3;
  const count = library.act_find(place.text, length, tag, 0, 0);
  reserveText(length + 4 + 4 * count);
  library.act_find(place.text, length, tag, found, count);
  return Array.from({ length: count }, (_, i) => numbers().getUint32(found + 4 * i, true));
}
