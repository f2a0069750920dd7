package runtime

// GOARCH is the architecture that the program was compiled for.
const GOARCH = "386"
