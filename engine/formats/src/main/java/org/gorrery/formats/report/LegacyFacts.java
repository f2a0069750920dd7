package org.gorrery.formats.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.pprof.LegacyProfile;
import org.gorrery.formats.profile.Mapping;
import org.gorrery.formats.profile.Profile;

/// The facts of a profile in an older form, as `gorrery info --json` gives them.
public final class LegacyFacts {
    private LegacyFacts() {}

    /// Collects the facts.
    ///
    /// @param p the profile
    /// @return key to value; those of the stacks speak of addresses, as the file does
    public static Map<String, Object> of(LegacyProfile p) {
        Map<String, Object> facts = ProfileFacts.of(p.bare());
        if (p.kind().equals("cpu")) {
            return facts;
        }
        facts.put("firstLine", p.firstLine());
        facts.put("sampleLines", p.records());
        if (p.symbolComments() > 0) {
            facts.put("symbolComments", p.symbolComments());
            facts.put("distinctSymbols", p.distinctSymbols());
        }
        if (!p.memStats().isEmpty()) {
            facts.put("memStats", p.memStats());
        }
        if (!p.labelLines().isEmpty()) {
            facts.put("labelLines", p.labelLines());
        }
        if (p.kind().equals("count")) {
            facts.put("profileName", p.bare().head().sampleTypes().getFirst().type());
            facts.put("total", p.bare().total(0));
            facts.put("records", p.records());
            facts.put("recordsWithEmptyStack", facts.get("EmptyStacks"));
        }
        if (p.kind().equals("heap")) {
            facts.put("samplingRate", p.bare().head().period());
        }
        if (!p.bare().mappings().isEmpty()) {
            Mapping m = p.bare().mappings().getFirst();
            facts.put("mapping", List.of(m.file(), m.start(), m.limit()));
        }
        return facts;
    }

    /// Lists the records of a profile, for files small enough to show them.
    ///
    /// @param p the profile by addresses
    /// @param limit most records given
    /// @return one object per record: values by type, depth, leaf address
    public static List<Map<String, Object>> records(Profile p, int limit) {
        var result = new ArrayList<Map<String, Object>>();
        for (int s = 0; s < Math.min(limit, p.samples()); s++) {
            var m = new LinkedHashMap<String, Object>();
            for (int t = 0; t < p.head().sampleTypes().size(); t++) {
                m.put(p.head().sampleTypes().get(t).type(), p.value(s, t));
            }
            m.put("frames", p.depth(s));
            if (p.depth(s) > 0) {
                m.put("leaf", p.address(p.location(s, 0)));
            }
            result.add(m);
        }
        return result;
    }
}
