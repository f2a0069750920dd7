package org.gorrery.formats.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.gorrery.formats.json.JsonWriter;
import org.gorrery.formats.profile.FlameTree;

/// A flame graph as one HTML page that needs nothing else: zoom by click, search, details under the pointer.
public final class FlameHtml {
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>%TITLE%</title>
            <style>
            body{font:13px system-ui,sans-serif;margin:0;background:#fff;color:#222}
            header{padding:8px 12px;display:flex;gap:12px;align-items:center;flex-wrap:wrap}
            header b{font-size:15px} input{padding:3px 6px;min-width:240px}
            #detail{padding:4px 12px;min-height:1.4em;background:#f2f2f2;white-space:pre-wrap;word-break:break-all}
            canvas{display:block;width:100%} button{padding:3px 10px}
            @media(prefers-color-scheme:dark){body{background:#1c1c1e;color:#ddd}#detail{background:#2a2a2d}}
            </style></head><body>
            <header><b>%TITLE%</b><input id="find" placeholder="search (regular expression)" aria-label="search">
            <span id="hits"></span><button id="out">Zoom out</button></header>
            <div id="detail">Point at a box. Click zooms in; Escape zooms out.</div>
            <canvas id="view" tabindex="0"></canvas>
            <script>
            const data = %DATA%;
            const view = document.getElementById('view'), pen = view.getContext('2d'), rowHeight = 18;
            const starts = [], count = data.frame.length;
            let top = 0, pattern = null;
            (function layOut() {
              const edge = [0];
              for (let n = 0; n < count; n++) {
                const d = data.depth[n];
                starts[n] = edge[d] || 0;
                edge[d] = starts[n] + data.total[n];
                edge[d + 1] = starts[n];
              }
            })();
            const name = n => n === 0 ? 'all' : data.names[data.frame[n]];
            const rows = Math.max(...data.depth) + 1;
            function hue(s) {
              const dot = s.indexOf('.', s.lastIndexOf('/') + 1), key = dot < 0 ? s : s.slice(0, dot);
              let h = 7;
              for (const c of key) h = (h * 31 + c.codePointAt(0)) % 360;
              return h;
            }
            function shown(v) {
              const u = data.unit;
              const steps = u === 'bytes' ? [[2 ** 30, 'GB'], [2 ** 20, 'MB'], [1024, 'kB'], [1, 'B']]
                : u === 'nanoseconds' ? [[1e9, 's'], [1e6, 'ms'], [1e3, 'us'], [1, 'ns']] : [[1, '']];
              const [f, t] = steps.find(s => Math.abs(v) >= s[0]) || steps[steps.length - 1];
              return (v / f).toFixed(2).replace(/\\.?0+$/, '') + t;
            }
            function draw() {
              const ratio = devicePixelRatio || 1, width = view.clientWidth;
              view.width = width * ratio;
              view.height = rows * rowHeight * ratio;
              view.style.height = rows * rowHeight + 'px';
              pen.setTransform(ratio, 0, 0, ratio, 0, 0);
              pen.clearRect(0, 0, width, rows * rowHeight);
              pen.font = '12px ui-monospace,monospace';
              pen.textBaseline = 'middle';
              const scale = data.total[top] ? width / data.total[top] : 0, from = starts[top];
              for (let n = 0; n < count; n++) {
                const inside = n >= top && n < data.end[top], above = n < top && data.end[n] > top;
                if (!inside && !above) { if (data.end[n] <= top) n = data.end[n] - 1; continue; }
                const x = above ? 0 : (starts[n] - from) * scale, w = above ? width : data.total[n] * scale;
                if (w < 0.4) { n = data.end[n] - 1; continue; }
                const y = data.depth[n] * rowHeight, label = name(n);
                const hit = pattern && n && pattern.test(label);
                pen.globalAlpha = above ? 0.5 : 1;
                pen.fillStyle = hit ? '#e040fb' : n === 0 ? '#bbb' : `hsl(${hue(label)} 55% 72%)`;
                pen.fillRect(x, y, Math.max(w - 0.5, 0.4), rowHeight - 1);
                if (w > 30) {
                  pen.fillStyle = '#111';
                  pen.fillText(label.length * 7.3 < w ? label : label.slice(0, Math.max(1, w / 7.3 - 1)) + '…', x + 3, y + rowHeight / 2);
                }
              }
              pen.globalAlpha = 1;
            }
            function at(e) {
              const box = view.getBoundingClientRect(), d = Math.floor((e.clientY - box.top) / rowHeight);
              const v = starts[top] + (e.clientX - box.left) / box.width * data.total[top];
              for (let n = 0; n < count; n++) {
                if (data.depth[n] === d && starts[n] <= v && v < starts[n] + data.total[n]) return n;
                if (starts[n] + data.total[n] <= v) n = data.end[n] - 1;
              }
              return -1;
            }
            const part = (v, of) => of ? (100 * v / of).toFixed(2) + ' %' : '';
            view.onmousemove = e => {
              const n = at(e);
              document.getElementById('detail').textContent = n < 0 ? '' :
                `${name(n)}\\n${shown(data.total[n])} (${part(data.total[n], data.total[0])} of all), self ${shown(data.self[n])}`;
            };
            view.onclick = e => { const n = at(e); if (n >= 0) { top = n; draw(); } };
            const zoomOut = () => { top = 0; draw(); };
            document.getElementById('out').onclick = zoomOut;
            onkeydown = e => { if (e.key === 'Escape') zoomOut(); };
            document.getElementById('find').oninput = e => {
              try { pattern = e.target.value ? new RegExp(e.target.value) : null; } catch { return; }
              let sum = 0;
              for (let n = 1; pattern && n < count; n++) if (pattern.test(name(n))) { sum += data.total[n]; n = data.end[n] - 1; }
              document.getElementById('hits').textContent = pattern ? `${shown(sum)} (${part(sum, data.total[0])})` : '';
              draw();
            };
            onresize = draw;
            draw();
            </script></body></html>
            """;

    private FlameHtml() {}

    /// Makes the page.
    ///
    /// @param tree the tree
    /// @param unit unit of its values
    /// @param title what it shows, with the file it was measured in
    /// @return the document
    public static String of(FlameTree tree, String unit, String title) {
        int n = tree.size();
        int[] frame = new int[n];
        int[] depth = new int[n];
        int[] end = new int[n];
        long[] total = new long[n];
        long[] self = new long[n];
        for (int i = 0; i < n; i++) {
            frame[i] = tree.frame(i);
            depth[i] = tree.depth(i);
            end[i] = tree.end(i);
            total[i] = tree.total(i);
            self[i] = tree.self(i);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < tree.frames().size(); i++) {
            names.add(tree.frames().name(i));
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("unit", unit);
        data.put("names", names);
        data.put("frame", frame);
        data.put("depth", depth);
        data.put("end", end);
        data.put("total", total);
        data.put("self", self);
        // "</" would end the script early inside a string
        String json = JsonWriter.compact(data).replace("</", "<\\/");
        return PAGE.replace("%TITLE%", FlameSvg.escape(title)).replace("%DATA%", json);
    }
}
