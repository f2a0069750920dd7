package org.gorrery.app.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gorrery.app.bridge.GState;
import org.gorrery.app.bridge.Lane;
import org.gorrery.app.bridge.TimelineModel;
import org.gorrery.app.canvas.TextMatch;

/// Which lanes are shown: words that must all fit, in any order.
///
/// `G7`, part of the function's name or of what it does now, or one of these with a word behind it: `fn:` function,
/// `state:` what it does now, `by:G1` who created it, `talks:G7` who woke it or was woken by it, `blocked:5ms` blocked for
/// at least that long in all. An expression between slashes stands for a name.
final class LaneFilter {
    private final String typed;
    private final List<Predicate<Lane>> parts = new ArrayList<>();

    LaneFilter(String typed, TimelineModel model) {
        this.typed = typed.strip();
        boolean expression = this.typed.startsWith("/") && this.typed.endsWith("/");
        for (String word : expression ? new String[] {this.typed} : this.typed.split("\\s+")) {
            if (!word.isEmpty()) {
                parts.add(part(word, model));
            }
        }
    }

    /// Whether every lane fits.
    boolean isEmpty() {
        return parts.isEmpty();
    }

    boolean test(Lane lane) {
        for (Predicate<Lane> part : parts) {
            if (!part.test(lane)) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<Lane> part(String word, TimelineModel model) {
        int colon = word.indexOf(':');
        String name = colon < 0 ? "" : word.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = word.substring(colon + 1);
        var match = TextMatch.of(rest);
        return switch (name) {
            case "fn" -> lane -> match.test(lane.function());
            case "state" -> lane -> match.test(now(lane).text());
            case "by" -> lane -> lane.creator() == id(rest);
            case "talks" -> {
                Set<Long> partners = partners(id(rest), model.links());
                yield lane -> partners.contains(lane.id());
            }
            case "blocked" -> {
                long least = nanos(rest);
                yield lane -> blocked(lane, model.nowNanos()) >= least;
            }
            default -> anything(TextMatch.of(word));
        };
    }

    private static Predicate<Lane> anything(TextMatch match) {
        long id = id(match.typed());
        return lane ->
                lane.id() == id || match.test(lane.function()) || match.test(now(lane).text());
    }

    /// The number in `g7`; -1 where there is none.
    private static long id(String text) {
        return text.matches("[gG]?[0-9]{1,18}")
                ? Long.parseLong(text.substring(Character.isDigit(text.charAt(0)) ? 0 : 1))
                : -1;
    }

    private static Set<Long> partners(long of, TimelineModel.Links links) {
        var out = new ArrayList<Long>();
        out.add(of);
        for (int i = 0; i < links.count(); i++) {
            if (links.from()[i] == of) {
                out.add(links.to()[i]);
            } else if (links.to()[i] == of) {
                out.add(links.from()[i]);
            }
        }
        return out.stream().collect(Collectors.toSet());
    }

    /// A length of time as `5ms`, `20us`, `1s` or `300`, which are nanoseconds; beyond all time where it is none.
    static long nanos(String text) {
        String digits = text.replaceAll("[^0-9.].*", "");
        if (!digits.matches("[0-9]{1,12}(\\.[0-9]{0,6})?")) {
            return Long.MAX_VALUE;
        }
        double unit =
                switch (text.substring(digits.length()).toLowerCase(Locale.ROOT)) {
                    case "", "ns" -> 1;
                    case "us", "µs" -> 1e3;
                    case "ms" -> 1e6;
                    case "s" -> 1e9;
                    default -> Double.POSITIVE_INFINITY;
                };
        return (long) (Double.parseDouble(digits) * unit);
    }

    static long blocked(Lane lane, long now) {
        long[] shares = new long[GState.values().length];
        lane.addShares(0, Long.MAX_VALUE, now, shares);
        long sum = 0;
        for (GState state : GState.values()) {
            if (state.blocked()) {
                sum += shares[state.ordinal()];
            }
        }
        return sum;
    }

    private static GState now(Lane lane) {
        int last = lane.count() - 1;
        return lane.endNanos() >= 0 || last < 0 ? GState.DEAD : lane.state(last);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LaneFilter f && f.typed.equals(typed);
    }

    @Override
    public int hashCode() {
        return typed.hashCode();
    }
}
