// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPushButton>

namespace Trailglass {

class Announcer;

/// Offers over the table to show events that have arrived. Assistive programs say the offer when it appears or changes.
///
/// Hidden until offer() is called.
/// \thread GUI
class NewEventsPill final : public QPushButton
{
    Q_OBJECT

public:
    explicit NewEventsPill(QWidget *parent);

    /// Appears, as large as its text needs, and in front of what is under it.
    /// \param keys  what does the same, in the tool tip
    void offer(const QString &text, const QKeySequence &keys);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    /// Without a style sheet, whose colours would stay when the palette changes.
    void paintEvent(QPaintEvent *event) override;

private:
    Announcer *m_announcer;
};

} // namespace Trailglass
