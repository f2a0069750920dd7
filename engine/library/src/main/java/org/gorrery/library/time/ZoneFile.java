package org.gorrery.library.time;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/// The JDK's rules of a time zone written as a zone file (TZif version 2, RFC 9636), for hosts that have none.
final class ZoneFile {
    private static final int HEADER_BYTES = 15;

    private record Kind(int offset, boolean saving, String name) {}

    private final String id;
    private final ZoneRules rules;
    private final List<Kind> kinds = new ArrayList<>();

    private ZoneFile(String id) {
        this.id = id;
        this.rules = ZoneId.of(id).getRules();
    }

    /// The file, empty where there is no such zone.
    static byte[] of(String id) {
        try {
            if (!ZoneId.getAvailableZoneIds().contains(id)) {
                return new byte[0];
            }
            return new ZoneFile(id).write();
        } catch (ZoneRulesException e) {
            return new byte[0];
        } catch (DateTimeException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(boolean saving) {
        String shown = TimeZone.getTimeZone(id).getDisplayName(saving, TimeZone.SHORT, Locale.US);
        if (shown.length() <= 3 || !shown.startsWith("GMT")) {
            return shown;
        }
        // The database's own way: +hh or +hhmm.
        String[] parts = shown.substring(3).split(":", -1);
        return parts[0] + (parts.length > 1 && !parts[1].equals("00") ? parts[1] : "");
    }

    private int kind(ZoneOffset offset, boolean saving) {
        var k = new Kind(offset.getTotalSeconds(), saving, name(saving));
        int i = kinds.indexOf(k);
        if (i < 0) {
            i = kinds.size();
            kinds.add(k);
        }
        return i;
    }

    private byte[] write() throws IOException {
        var first = rules.getTransitions();
        int start =
                kind(
                        first.isEmpty()
                                ? rules.getStandardOffset(java.time.Instant.EPOCH)
                                : first.getFirst().getOffsetBefore(),
                        false);
        if (start != 0) {
            throw new IllegalStateException("the first kind of zone " + id + " has a number");
        }
        byte[] which = new byte[first.size()];
        for (int i = 0; i < which.length; i++) {
            ZoneOffsetTransition t = first.get(i);
            which[i] = (byte) kind(t.getOffsetAfter(), rules.isDaylightSavings(t.getInstant()));
        }
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        header(out, 0, 0, 0);
        var names = new StringBuilder();
        kinds.forEach(k -> names.append(k.name).append('\0'));
        header(out, which.length, kinds.size(), names.length());
        for (ZoneOffsetTransition t : first) {
            out.writeLong(t.toEpochSecond());
        }
        out.write(which);
        int at = 0;
        for (Kind k : kinds) {
            out.writeInt(k.offset);
            out.writeByte(k.saving ? 1 : 0);
            out.writeByte(at);
            at += k.name.length() + 1;
        }
        out.write(names.toString().getBytes(StandardCharsets.US_ASCII));
        out.write(("\n" + rule() + "\n").getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static void header(DataOutputStream out, int changes, int zones, int chars)
            throws IOException {
        out.write("TZif2".getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[HEADER_BYTES]);
        for (int n : new int[] {0, 0, 0, changes, zones, chars}) {
            out.writeInt(n);
        }
    }

    /// What holds from the last change on, as in the variable TZ.
    private String rule() {
        var yearly = rules.getTransitionRules();
        ZoneOffset standard =
                yearly.isEmpty()
                        ? rules.getOffset(java.time.Instant.MAX)
                        : yearly.getFirst().getStandardOffset();
        String text = quoted(name(false)) + offset(-standard.getTotalSeconds());
        if (yearly.size() != 2) {
            return text;
        }
        boolean northern = saves(yearly.getFirst());
        ZoneOffsetTransitionRule begin = yearly.get(northern ? 0 : 1);
        ZoneOffsetTransitionRule end = yearly.get(northern ? 1 : 0);
        return text
                + quoted(name(true))
                + offset(-begin.getOffsetAfter().getTotalSeconds())
                + ","
                + date(begin)
                + ","
                + date(end);
    }

    private static boolean saves(ZoneOffsetTransitionRule r) {
        return r.getOffsetAfter().getTotalSeconds() > r.getStandardOffset().getTotalSeconds();
    }

    private static String quoted(String name) {
        return name.chars().allMatch(Character::isLetter) ? name : "<" + name + ">";
    }

    private static String offset(int seconds) {
        String sign = seconds < 0 ? "-" : "";
        int s = Math.abs(seconds);
        return sign + s / 3600 + (s % 3600 == 0 ? "" : ":%02d:%02d".formatted(s / 60 % 60, s % 60));
    }

    private static String date(ZoneOffsetTransitionRule r) {
        int day = r.getDayOfMonthIndicator();
        int week = day < 0 ? 5 : (day - 1) / 7 + 1;
        int weekday = r.getDayOfWeek() == null ? 0 : r.getDayOfWeek().getValue() % 7;
        int second = r.isMidnightEndOfDay() ? 24 * 3600 : r.getLocalTime().toSecondOfDay();
        second +=
                switch (r.getTimeDefinition()) {
                    case WALL -> 0;
                    case UTC -> r.getOffsetBefore().getTotalSeconds();
                    case STANDARD ->
                            r.getOffsetBefore().getTotalSeconds()
                                    - r.getStandardOffset().getTotalSeconds();
                };
        return "M" + r.getMonth().getValue() + "." + week + "." + weekday + "/" + offset(second);
    }
}
