// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"
#include "models/filter/edits.h"
#include "models/table/histogramresult.h"
#include "views/common/filterintent.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QToolButton;

namespace Trailglass {

class ElidedLabel;
class HistogramChart;
class HistogramLegend;

/// The events over time, above the table: as high as the user wants, whatever it shows.
///
/// Says it is reading until the first result; after that the last result stands until the next one comes.
/// Knows no engine and no filter: what the user chooses goes out as signals.
/// \thread GUI
class HistogramView : public QWidget
{
    Q_OBJECT

public:
    explicit HistogramView(QWidget *parent = nullptr);
    ~HistogramView() override;

    /// While bars are being chosen by the mouse, they stay: the result is shown after that.
    void setResult(const HistogramResult &result);
    /// The moment of the selected event; none is not shown.
    void setMarkedTime(const std::optional<UtcMicros> &time);
    /// Says why there is no result, in place of the bars.
    void setProblem(const Error &error);

    /// \c Outcome, \c Vendor, \c Op, \c Actor or \c Ip; anything else changes nothing.
    void setSplitBy(Field field);
    [[nodiscard]] Field splitBy() const;
    /// How many bins have room.
    /// \returns 10 … 400
    [[nodiscard]] int maxBins() const;

    /// Whether there is an interval to go back to.
    void setBackEnabled(bool isEnabled);

Q_SIGNALS:
    /// [\a from, \a to), at round times of the display zone.
    void intervalChosen(Trailglass::UtcMicros from, Trailglass::UtcMicros to);
    void backRequested();
    /// A value of splitBy(), from the menus.
    void valueChosen(const Trailglass::Filter::FieldValue &value, Trailglass::FilterEdit edit);
    /// \param column  name of splitBy(), for the table
    void columnRequested(const QString &column);
    /// By the user.
    void splitChosen(Trailglass::Field field);
    /// The user hides the histogram.
    void closeRequested();
    /// A result with another number of bins, or the first one, would fit.
    void resultRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void paintIcons();

    HistogramChart *m_chart;
    QComboBox *m_split;
    HistogramLegend *m_legend;
    ElidedLabel *m_pointedAt;
    QLabel *m_barWidth;
    QToolButton *m_back;
    QToolButton *m_close;
    QTimer m_resizing;
    int m_wantedBins = 0; ///< when a result was last wanted
    std::optional<HistogramResult> m_waiting; ///< until the bars are let go
};

} // namespace Trailglass
