// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/textcolour.h"

#include "views/common/theme.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>
#include <QWidget>

namespace Trailglass {

TextColour::TextColour(QWidget &label)
    : QObject(&label)
    , m_label(label)
{
    label.installEventFilter(this);
}

void TextColour::set(QWidget &label, TextMeaning meaning)
{
    auto *colour = label.findChild<TextColour *>(QString(), Qt::FindDirectChildrenOnly);
    if (!colour)
        colour = new TextColour(label);
    colour->m_meaning = meaning;
    colour->apply();
}

void TextColour::apply()
{
    // The label's own palette has the colour that is to be replaced.
    const QWidget *around = m_label.parentWidget();
    const QPalette palette = around ? around->palette() : QApplication::palette();
    QPalette own; // what is not set in it comes from around
    if (m_meaning != TextMeaning::Ordinary) {
        const QColor colour =
            m_meaning == TextMeaning::Error ? Colours::error(palette) : Colours::quiet(palette);
        own.setColor(QPalette::WindowText, colour);
        own.setColor(QPalette::ButtonText, colour); // in a tool bar a label is painted as a button is
    }
    const QScopedValueRollback applying(m_isApplying, true); // this too is a change of the palette
    m_label.setPalette(own);
}

bool TextColour::eventFilter(QObject *watched, QEvent *event)
{
    // By then the palette around is the new one.
    if (event->type() == QEvent::PaletteChange && !m_isApplying)
        apply();
    return QObject::eventFilter(watched, event);
}

} // namespace Trailglass

#include "moc_textcolour.cpp"
