// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QWidget;

namespace Trailglass {

/// What a text is, as far as its colour says it.
enum class TextMeaning
{
    Ordinary,
    Quiet, ///< Colours::quiet()
    Error, ///< Colours::error()
};

/// Keeps the text of a label in the colour of its meaning in every palette: one that is set once would stay when the
/// appearance changes while the label is shown.
/// \thread GUI
class TextColour final : public QObject
{
    Q_OBJECT

public:
    /// From now on, until the next call.
    /// \param label  its own palette is replaced
    static void set(QWidget &label, TextMeaning meaning);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit TextColour(QWidget &label);
    void apply();

    QWidget &m_label; ///< owns this object
    TextMeaning m_meaning = TextMeaning::Ordinary;
    bool m_isApplying = false;
};

} // namespace Trailglass
