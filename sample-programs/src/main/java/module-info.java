/// Go programs with a lesson each. Open, so that every module can load them.
open module org.gorrery.samples {}
