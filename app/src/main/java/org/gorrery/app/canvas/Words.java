package org.gorrery.app.canvas;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/// The texts of the views in one language, English where a text has no translation.
public final class Words {
    private static final String FOLDER = "org/gorrery/ui/words/";

    /// The English texts.
    public static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final Locale locale;
    private final Properties texts = new Properties();

    private Words(Locale locale) {
        this.locale = locale;
        for (String bundle : List.of("views", "shell")) {
            load(bundle + ".properties");
            load(bundle + "_" + locale.getLanguage() + ".properties");
        }
    }

    /// The texts of a language.
    public static Words of(Locale locale) {
        return new Words(locale);
    }

    private void load(String name) {
        try (var in = Words.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in != null) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the texts " + name, e);
        }
    }

    /// A text with its arguments put in; the key itself where there is no such text.
    public String get(String key, Object... arguments) {
        String text = texts.getProperty(key, key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }
}
