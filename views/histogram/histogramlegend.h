// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/field.h"
#include "models/filter/edits.h"
#include "views/common/filterintent.h"
#include "views/common/icons.h"

#include <QBrush>
#include <QWidget>

#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// Says which colour of a histogram is which value, as far as there is room; a click on one is for its events alone, and
/// each has a menu.
/// \thread GUI
class HistogramLegend : public QWidget
{
    Q_OBJECT

public:
    /// What there is to explain of the strips below the bars.
    enum class Strips
    {
        None,
        Synced,
        Unsynced, ///< hatched parts too
    };

    explicit HistogramLegend(QWidget *parent = nullptr);

    void setValues(Field splitBy, const std::vector<std::string> &values, Strips strips);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The field of the values is to be a column of the table.
    void columnRequested();
    void valueChosen(const Trailglass::Filter::FieldValue &value, Trailglass::FilterEdit edit);

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    struct Entry
    {
        QString text; ///< safe to show
        QBrush brush;
        std::optional<Glyph> sign; ///< on the brush
        std::optional<std::string> value; ///< nothing for strips, and for all others
        QRect place;
    };

    /// Whole entries that have room: half a word says nothing.
    [[nodiscard]] std::vector<Entry> entries() const;
    /// Of the value that is there.
    [[nodiscard]] std::optional<Entry> entryAt(const QPoint &position) const;

    Field m_splitBy = Field::Outcome;
    std::vector<std::string> m_values;
    Strips m_strips = Strips::None;
    std::optional<std::string> m_pressed; ///< the value under the button
};

} // namespace Trailglass
