package org.gorrery.formats.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.gorrery.formats.json.JsonReader;
import org.gorrery.formats.profile.FlameTree;
import org.gorrery.formats.profile.FlameTreeBuilder;
import org.gorrery.formats.profile.FrameTable;
import org.junit.jupiter.api.Test;

class FlameHtmlTest {
    private static String page() {
        var frames = new FrameTable.Builder();
        var builder = new FlameTreeBuilder();
        int[] path = {frames.id("main.main"), frames.id("main.</script>")};
        builder.addRootFirst(path, 2, 7);
        builder.addRootFirst(path, 1, 3);
        FlameTree tree = builder.build(frames.build(), FlameTree.Order.HEAVIEST);
        return FlameHtml.of(tree, "count", "a <b> & \"c\"");
    }

    @Test
    void thePageHoldsTheTreeAndNeedsNothingElse() throws Exception {
        String page = page();
        int from = page.indexOf("const data = ") + "const data = ".length();
        Map<?, ?> data =
                (Map<?, ?>) JsonReader.read(page.substring(from, page.indexOf(";\n", from)));
        assertEquals(List.of(10L, 10L, 7L), data.get("total"));
        assertEquals(List.of(0L, 3L, 7L), data.get("self"));
        assertFalse(page.contains("src=") || page.contains("href="), "nothing is loaded");
    }

    @Test
    void textOfTheFileCannotEndTheScriptOrTheTitle() {
        String page = page();
        assertEquals(1, page.split("</script>", -1).length - 1);
        assertTrue(page.contains("a &lt;b&gt; &amp;"));
    }
}
