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
constexpr qsizetype MaxQuestionWord = 60; // characters
constexpr qsizetype MaxQuestionText = 600; // characters of each of the two texts; both fit a small screen

QString safeText(const QString &text)
{
    return withFewMarks(visibleText(text));
}

/// Whether \a text has a character of two units across \a place.
bool isWithinCharacter(const QString &text, qsizetype place)
{
    return place > 0 && place < text.size() && text[place].isLowSurrogate()
        && text[place - 1].isHighSurrogate();
}

QString startOfText(const QString &text, qsizetype length)
{
    return text.left(isWithinCharacter(text, length) ? length - 1 : length);
}

QString endOfText(const QString &text, qsizetype length)
{
    return text.right(isWithinCharacter(text, text.size() - length) ? length - 1 : length);
}

bool isTooLongForQuestion(const QString &text)
{
    // Tokens are longer than what they stand for.
    return text.size() > MaxQuestionText || safeText(text).size() > MaxQuestionText;
}

QString questionText(const QString &text)
{
    if (!isTooLongForQuestion(text))
        return withBrokenWords(safeText(text));
    // What is at the end of a path, or of an address, may be what matters.
    constexpr qsizetype Half = MaxQuestionText / 2;
    const QString start = startOfText(safeText(startOfText(text, Half)), Half);
    const QString end = endOfText(safeText(endOfText(text, Half)), Half);
    return withBrokenWords(start + QChar(0x2026) + end);
}

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

QString withBrokenWords(const QString &text)
{
    QStringList words = text.split(u' ');
    for (QString &word : words) {
        if (word.size() > MaxQuestionWord)
            word = wrapped(word, MaxQuestionWord, word.size());
    }
    return words.join(u' ');
}

QMessageBox *question(QWidget *parent, const QString &title, const QString &text, const QString &explanation)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(title);
    box->setTextFormat(Qt::PlainText); // before the texts: they must never be looked at as markup
    box->setText(questionText(text));
    // Informative text follows no text format of its own, so it is escaped.
    if (!explanation.isEmpty()) {
        box->setInformativeText("<p style='white-space:pre-wrap'>"_L1
                                + questionText(explanation).toHtmlEscaped() + "</p>"_L1);
    }
    QStringList cut;
    for (const QString &each : {text, explanation}) {
        if (isTooLongForQuestion(each))
            cut << safeText(each);
    }
    if (!cut.isEmpty())
        box->setDetailedText(cut.join("\n\n"_L1)); // which is never looked at as markup
    return box;
}

} // namespace Trailglass::PlainText
