// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/plaintext.h"

#include "models/core/text.h"

#include <QLabel>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace Trailglass::PlainText {

void show(QLabel *label, const QString &text)
{
    label->setTextFormat(Qt::PlainText);
    label->setOpenExternalLinks(false);
    label->setText(visibleText(text));
}

bool needsVisibleForm(const QString &text)
{
    return visibleText(text) != text;
}

QString toolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return "<p style='white-space:pre-wrap'>"_L1 + visibleText(text).toHtmlEscaped() + "</p>"_L1;
}

QString caption(const QString &text)
{
    return visibleText(text).replace(u'&', "&&"_L1);
}

QMessageBox *question(QWidget *parent, const QString &title, const QString &text, const QString &explanation)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(title);
    box->setTextFormat(Qt::PlainText); // before the texts: they must never be looked at as markup
    box->setText(visibleText(text));
    // Informative text follows no text format of its own, so it is escaped.
    box->setInformativeText(toolTip(explanation));
    return box;
}

} // namespace Trailglass::PlainText
