// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/fieldnote.h"

#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QApplication>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace Trailglass {

FieldNote::FieldNote(const QString &help, QWidget *parent)
    : QLabel(parent)
    , m_help(help)
{
    setObjectName("fieldNote"_L1);
    setWordWrap(true);
    showError({});
}

void FieldNote::showError(const QString &text)
{
    m_error = text;
    PlainText::show(this, text.isEmpty() ? m_help : text);
    setVisible(!this->text().isEmpty());
    applyPalette();
}

void FieldNote::changeEvent(QEvent *event)
{
    // Not PaletteChange: the palette set here would call again.
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyPalette();
    QLabel::changeEvent(event);
}

void FieldNote::applyPalette()
{
    QPalette colours = QApplication::palette();
    colours.setColor(QPalette::WindowText,
                     m_error.isEmpty() ? Colours::quiet(colours) : Colours::error(colours));
    setPalette(colours);
}

} // namespace Trailglass
