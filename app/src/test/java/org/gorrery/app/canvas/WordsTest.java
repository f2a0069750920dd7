package org.gorrery.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    /// Go's own words and names of packages, which are the same in every language.
    private static final Set<String> SAME_EVERYWHERE =
            Set.of("gc.p50", "gc.p95", "gc.p99", "gc.col-number", "gc.col-procs");

    private static Properties bundle(String name) throws IOException {
        var texts = new Properties();
        var in = Words.class.getClassLoader().getResourceAsStream("org/gorrery/ui/words/" + name);
        try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    @ParameterizedTest
    @CsvSource({"views,zh", "views,ja", "shell,zh", "shell,ja"})
    void everyTextIsThereInEveryLanguage(String bundle, String language) throws IOException {
        Properties english = bundle(bundle + ".properties");
        Properties other = bundle(bundle + "_" + language + ".properties");
        var missing = new TreeSet<>(english.stringPropertyNames());
        missing.removeAll(other.stringPropertyNames());
        missing.removeAll(SAME_EVERYWHERE);
        missing.removeIf(key -> key.startsWith("state.") || key.startsWith("flame.family-"));
        missing.removeIf(key -> key.startsWith("gc.kind-") || key.endsWith("-term"));
        assertEquals(Set.of(), missing);
        var unknown = new TreeSet<>(other.stringPropertyNames());
        unknown.removeAll(english.stringPropertyNames());
        assertEquals(Set.of(), unknown, "texts that nothing asks for");
    }

    @ParameterizedTest
    @CsvSource({"views,zh", "views,ja", "shell,zh", "shell,ja"})
    void aTranslationTakesTheSameArguments(String bundle, String language) throws IOException {
        Properties english = bundle(bundle + ".properties");
        Properties other = bundle(bundle + "_" + language + ".properties");
        for (String key : other.stringPropertyNames()) {
            int wanted = arguments(english.getProperty(key, ""));
            assertEquals(wanted, arguments(other.getProperty(key)), key);
            assertTrue(!other.getProperty(key).isBlank(), key);
        }
    }

    private static int arguments(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }
}
