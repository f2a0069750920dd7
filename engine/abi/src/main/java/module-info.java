/// What every other part of the engine agrees on: targets, the contract of generated code, events.
module org.gorrery.abi {
    requires static org.jspecify;

    exports org.gorrery.abi;
    exports org.gorrery.event;
    exports org.gorrery.target;
}
