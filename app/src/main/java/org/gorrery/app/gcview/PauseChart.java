package org.gorrery.app.gcview;

import java.awt.BasicStroke;
import java.awt.Font;
import org.gorrery.app.canvas.Figures;
import org.gorrery.app.canvas.Fonts;
import org.gorrery.app.canvas.Palette;
import org.gorrery.app.canvas.Tokens;
import org.gorrery.app.canvas.Words;
import org.gorrery.app.gcview.GcViewModel.Kind;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryMarker;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/// Makes the histogram of pauses: bins of equal ratio, kinds stacked, percentiles as marks on the bars.
final class PauseChart {
    private static final double[] SHARES = {0.5, 0.95, 0.99};

    private final GcViewModel model;
    private final Palette palette;
    private final Words words;

    static {
        Fonts.loadForCharts();
    }

    PauseChart(GcViewModel model, Palette palette, Words words) {
        this.model = model;
        this.palette = palette;
        this.words = words;
    }

    JFreeChart chart() {
        int first = model.firstBin();
        int bins = model.lastBin() - first + 1;
        var data = new DefaultCategoryDataset();
        for (Kind kind : model.kinds()) {
            int[] counts = model.histogram(kind, first, bins);
            for (int i = 0; i < bins; i++) {
                data.addValue(
                        (double) counts[i],
                        words.get("gc.kind-" + kind.name()),
                        Integer.valueOf(first + i));
            }
        }
        JFreeChart chart =
                ChartFactory.createStackedBarChart(
                        "", "", "", data, PlotOrientation.VERTICAL, false, true, false);
        chart.setTitle((String) null);
        chart.setBackgroundPaint(awt(Tokens.BG));
        dress(chart.getCategoryPlot());
        marks(chart.getCategoryPlot());
        return chart;
    }

    private void dress(CategoryPlot plot) {
        plot.setBackgroundPaint(awt(Tokens.BG));
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(awt(Tokens.BORDER_MUTED));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        var renderer = (StackedBarRenderer) plot.getRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        int series = 0;
        for (Kind kind : model.kinds()) {
            renderer.setSeriesPaint(series++, awt(color(kind)));
        }
        var pauses = new LabelledBins();
        pauses.setCategoryMargin(0.08);
        pauses.setLowerMargin(0.01);
        pauses.setUpperMargin(0.01);
        pauses.setTickLabelFont(font(10));
        pauses.setTickLabelPaint(awt(Tokens.FG_MUTED));
        pauses.setAxisLinePaint(awt(Tokens.BORDER));
        pauses.setTickMarksVisible(false);
        pauses.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        pauses.setMaximumCategoryLabelWidthRatio(5f);
        plot.setDomainAxis(pauses);
        var counts = (NumberAxis) plot.getRangeAxis();
        counts.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        counts.setTickLabelFont(font(10));
        counts.setTickLabelPaint(awt(Tokens.FG_MUTED));
        // Room above the bars for the names of the percentiles.
        counts.setUpperMargin(0.3);
        counts.setAxisLineVisible(false);
        counts.setTickMarksVisible(false);
    }

    private void marks(CategoryPlot plot) {
        for (double share : SHARES) {
            long nanos = model.percentile(share);
            int bin = GcViewModel.binOf(nanos);
            var mark = new CategoryMarker(bin);
            mark.setDrawAsLine(true);
            mark.setPaint(awt(Tokens.FG));
            mark.setStroke(
                    new BasicStroke(
                            1,
                            BasicStroke.CAP_BUTT,
                            BasicStroke.JOIN_MITER,
                            1,
                            new float[] {4, 3},
                            0));
            mark.setLabel("p" + Math.round(share * 100) + "  " + Figures.duration(nanos));
            mark.setLabelFont(font(11));
            mark.setLabelPaint(awt(Tokens.FG));
            mark.setLabelAnchor(RectangleAnchor.TOP_LEFT);
            mark.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
            mark.setLabelOffset(
                    new org.jfree.chart.ui.RectangleInsets(4 + 16 * at(share), 6, 0, 6));
            plot.addDomainMarker(mark, Layer.FOREGROUND);
        }
        if (model.isChosen()) {
            var chosen = new CategoryMarker(model.chosenBin());
            chosen.setPaint(awt(Tokens.ACCENT));
            chosen.setAlpha(0.18f);
            plot.addDomainMarker(chosen, Layer.BACKGROUND);
        }
    }

    private static int at(double share) {
        return share < 0.9 ? 0 : share < 0.97 ? 1 : 2;
    }

    static int color(Kind kind) {
        return switch (kind) {
            case SWEEP_TERM -> Tokens.SWEEP_TERM;
            case MARK_TERM -> Tokens.MARK_TERM;
            case WHOLE -> Tokens.STOP;
        };
    }

    private java.awt.Color awt(int token) {
        return new java.awt.Color(palette.argb(token), true);
    }

    private static Font font(int size) {
        return new Font(Fonts.SANS, Font.PLAIN, size);
    }

    /// An axis whose labels say which bins begin at 1, 2 and 5 times a power of ten.
    private static final class LabelledBins extends CategoryAxis {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("rawtypes") // the library's signature
        protected org.jfree.chart.text.TextBlock createLabel(
                Comparable category,
                float width,
                org.jfree.chart.ui.RectangleEdge edge,
                java.awt.Graphics2D g2) {
            int bin = (Integer) category;
            String text =
                    switch (Math.floorMod(bin, GcViewModel.BINS_PER_DECADE)) {
                        case 0, 3, 7 -> roundDuration(GcViewModel.binStart(bin));
                        default -> " ";
                    };
            var block = new org.jfree.chart.text.TextBlock();
            block.addLine(text, getTickLabelFont(), getTickLabelPaint());
            return block;
        }

        /// To one digit: 10^0.3 is as good as 2 and 10^0.7 as 5 on an axis.
        private static String roundDuration(double nanos) {
            double power = Math.pow(10, Math.floor(Math.log10(nanos) + 1e-9));
            return Figures.duration(Math.round(nanos / power) * power).replaceFirst("\\.0+ ", " ");
        }
    }
}
