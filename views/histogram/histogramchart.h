// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/edits.h"
#include "views/common/filterintent.h"
#include "views/histogram/histogrampainter.h"
#include "views/histogram/wheelzoom.h"

#include <QWidget>

namespace Trailglass {

/// The bars of a histogram; an interval is selected with mouse, wheel and keys.
///
/// A click chooses the interval of its bin, with or without events, a drag that of several. The wheel zooms with Ctrl, and
/// does nothing without it. Left and Right move between bins, with Shift they extend the selection; Enter zooms to it.
/// Backspace and Alt+Left go back; + and - zoom; Esc clears the selection. The menu of a bar is about its time and its
/// values: by mouse the value under the pointer, by key each of them.
/// \thread GUI
class HistogramChart : public QWidget
{
    Q_OBJECT

public:
    explicit HistogramChart(QWidget *parent = nullptr);

    /// Shows a result. Where its bins are others, the bars that the keys are at are found again by their time; they are
    /// let go when there is nothing of it in sight, or when the bins are those of an interval that was chosen. A drag ends
    /// with its bins and chooses nothing.
    void setResult(const HistogramResult &result, Field splitBy);
    /// The moment of the selected event; none, or one outside of the bins, is not shown.
    void setMarkedTime(const std::optional<UtcMicros> &time);
    /// Shows a sentence in place of bars. Safe to show: whatever it holds.
    void setMessage(const QString &sentence);

    /// How many bins have room.
    [[nodiscard]] int maxBins() const;
    /// Whether bars are being chosen by the mouse: until dragEnded().
    [[nodiscard]] bool isDragging() const { return m_isDragging; }
    /// What a screen reader says as the value: the bar that the keys are at, or all bars. Safe to show.
    [[nodiscard]] QString valueText() const;
    [[nodiscard]] const HistogramGeometry &geometry() const { return m_geometry; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// [\a from, \a to) is what the user wants to see.
    void intervalChosen(Trailglass::UtcMicros from, Trailglass::UtcMicros to);
    /// After intervalChosen(), if that was chosen.
    void dragEnded();
    void backRequested();
    void valueChosen(const Trailglass::Filter::FieldValue &value, Trailglass::FilterEdit edit);
    /// The field of the values is to be a column of the table.
    void columnRequested();
    /// What the pointer or the keys are at, in a line; empty when at nothing. Not safe to show.
    void pointedAt(const QString &text);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    [[nodiscard]] QFontMetrics labelMetrics() const;
    void moveCursor(int bin, bool extends);
    void letGo();
    void choose(const TimeWindow &window);
    void zoom(UtcMicros around, double factor);
    void showToolTip(const QPoint &at, const QPoint &onScreen);
    void tellPointedAt();
    void tellValue();
    [[nodiscard]] std::optional<BinRange> selection() const;

    HistogramResult m_result;
    Field m_splitBy = Field::Outcome;
    QString m_message;
    HistogramGeometry m_geometry;
    std::vector<AxisLabel> m_labels;
    std::optional<int> m_anchor; ///< the bin a selection began at
    std::optional<int> m_cursor; ///< the bin that the keys, or a drag, are at
    std::optional<int> m_hovered;
    std::optional<UtcMicros> m_marked;
    bool m_isDragging = false;
    bool m_hasDragged = false; ///< far enough to be meant
    bool m_hasChosen = false; ///< an interval, since the last bins; the next ones are of it
    QPoint m_pressedAt;
    WheelZoom m_zoom;
};

} // namespace Trailglass
