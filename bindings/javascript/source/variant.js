// Which variant of the library fits.

// The smallest module that has a vector in it.
const VECTOR_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65,
  0, 253, 15, 253, 98, 11);

export function hasVectors() {
  return WebAssembly.validate(VECTOR_MODULE);
}
