/// Styles, icons, fonts and message bundles. Open, so that every module can load them.
open module org.gorrery.uiresources {}
