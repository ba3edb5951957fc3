// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/plaintext.h"

#include "models/core/combiningmarks.h"
#include "models/core/text.h"
#include "models/core/wrappedtext.h"

#include <QFontMetrics>
#include <QLabel>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace Trailglass::PlainText {

namespace {

constexpr qsizetype MaxToolTipLine = 20'000; // characters; wrapped() leaves no more than some lines of them

} // namespace

void show(QLabel *label, const QString &text)
{
    label->setTextFormat(Qt::PlainText);
    label->setOpenExternalLinks(false);
    label->setText(withFewMarks(visibleText(text)));
}

bool needsVisibleForm(const QString &text)
{
    return visibleText(text) != text;
}

QString toolTip(const QString &text)
{
    return toolTip(text.isEmpty() ? QStringList() : QStringList{text});
}

QString toolTip(const QStringList &lines)
{
    if (lines.isEmpty())
        return {};
    // In lines as they are: Qt would make one as wide as the screen of a long word.
    QStringList safe;
    for (const QString &line : lines)
        safe << wrapped(withFewMarks(visibleText(line.left(MaxToolTipLine)))).toHtmlEscaped();
    return "<p style='white-space:pre'>"_L1 + safe.join(u'\n') + "</p>"_L1;
}

QString caption(const QString &text)
{
    return visibleText(text).replace(u'&', "&&"_L1);
}

QString caption(const QString &text, const QFontMetrics &metrics, int width)
{
    // What is past as many characters as pixels has no room.
    const QString start = withFewMarks(visibleText(text.left(width)));
    return metrics.elidedText(start, Qt::ElideRight, width).replace(u'&', "&&"_L1);
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
    if (!explanation.isEmpty()) {
        box->setInformativeText("<p style='white-space:pre-wrap'>"_L1
                                + visibleText(explanation).toHtmlEscaped() + "</p>"_L1);
    }
    return box;
}

} // namespace Trailglass::PlainText
