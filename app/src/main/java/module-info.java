/// The JavaFX explorer and the command line.
module org.gorrery.app {
    requires org.gorrery.abi;
    requires org.gorrery.formats;
    requires org.gorrery.samples;
    requires org.gorrery.session;
    requires org.gorrery.uiresources;
    requires atlantafx.base;
    requires java.desktop;
    requires javafx.controls;
    requires javafx.fxml;
    requires javafx.graphics;
    requires javafx.swing;
    requires org.controlsfx.controls;
    requires org.fxmisc.flowless;
    requires org.fxmisc.richtext;
    requires org.jfree.chart.fx;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.materialdesign2;
    requires static org.jspecify;
}
