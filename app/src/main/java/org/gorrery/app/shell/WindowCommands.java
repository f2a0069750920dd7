package org.gorrery.app.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.gorrery.app.canvas.ExplorerView;
import org.gorrery.app.canvas.KeyAction;
import org.gorrery.app.canvas.KeyMap;
import org.gorrery.app.canvas.Words;

/// What the window can do, by key and by name.
final class WindowCommands {
    private final Words words;
    private final KeyMap keys;
    private final Map<KeyAction, Runnable> actions = new EnumMap<>(KeyAction.class);
    private final List<CommandPalette.Command> unbound = new ArrayList<>();

    WindowCommands(Words words, KeyMap keys) {
        this.words = words;
        this.keys = keys;
    }

    /// Says what an action does.
    WindowCommands on(KeyAction action, Runnable work) {
        actions.put(action, work);
        return this;
    }

    /// Something without a key.
    WindowCommands named(String key, Runnable work) {
        unbound.add(new CommandPalette.Command(words.get(key), "", work));
        return this;
    }

    /// Does it; nothing for what the window does not do itself.
    void act(KeyAction action) {
        actions.getOrDefault(action, () -> {}).run();
    }

    /// All of it for the palette: views first, then commands, then samples.
    List<CommandPalette.Command> all(
            List<ExplorerView> views, IntConsumer show, Consumer<Sample> open) {
        var out = new ArrayList<CommandPalette.Command>();
        for (int i = 0; i < views.size(); i++) {
            int index = i;
            out.add(
                    new CommandPalette.Command(
                            words.get("commands.view", words.get(views.get(i).titleKey())),
                            "Ctrl " + (i + 1),
                            () -> show.accept(index)));
        }
        actions.forEach((action, work) ->
                out.add(
                        new CommandPalette.Command(
                                words.get(action.meaning()), keys.shown(action), work)));
        out.addAll(unbound);
        for (Sample sample : Sample.all()) {
            out.add(
                    new CommandPalette.Command(
                            words.get("commands.sample", sample.lesson().title()),
                            "",
                            () -> open.accept(sample)));
        }
        return out;
    }
}
