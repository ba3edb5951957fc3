// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/noteeditor.h"

#include "models/core/text.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/textcolour.h"
#include "views/common/typescale.h"

#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QStringList>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Of the text that are in sight; more are scrolled.
constexpr int NoteLines = 4;

/// Line by line: a line break is one, and no token.
QString withVisibleLines(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = visibleText(line);
    return lines.join(u'\n');
}

} // namespace

NoteEditor::NoteEditor(const QString &name, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QPlainTextEdit)
    , m_length(new QLabel)
{
    m_edit->setObjectName(name + "Text"_L1);
    m_edit->setAccessibleName(accessibleName);
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(NoteLines * fontMetrics().lineSpacing() + 2 * Spacing::Normal);
    m_length->setObjectName(name + "Length"_L1);
    m_length->setFont(textFont(TextStyle::Small, font()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Hair);
    layout->addWidget(m_edit);
    layout->addWidget(m_length);
    setFocusProxy(m_edit);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *submit = new QShortcut(Qt::CTRL | key, m_edit);
        submit->setContext(Qt::WidgetShortcut);
        connect(submit, &QShortcut::activated, this, &NoteEditor::submitted);
    }
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        showLength();
        Q_EMIT changed();
    });
    showLength();
}

void NoteEditor::setTitle(const QString &title)
{
    m_edit->setAccessibleName(title);
}

void NoteEditor::setLimit(qsizetype limit)
{
    m_limit = limit;
    showLength();
}

void NoteEditor::setText(const QString &text)
{
    m_begun = withVisibleLines(text);
    replaceText(text);
}

void NoteEditor::replaceText(const QString &text)
{
    m_edit->setPlainText(withVisibleLines(text));
    m_edit->moveCursor(QTextCursor::End);
}

QString NoteEditor::text() const
{
    return m_edit->toPlainText().trimmed();
}

bool NoteEditor::isChanged() const
{
    return m_edit->toPlainText() != m_begun;
}

bool NoteEditor::isTooLong() const
{
    return text().size() > m_limit;
}

void NoteEditor::showLength()
{
    const QLocale locale;
    const QString used = locale.toString(static_cast<qlonglong>(text().size()));
    const QString limit = locale.toString(static_cast<qlonglong>(m_limit));
    PlainText::show(m_length,
                    isTooLong() ? tr("%1 of %2 characters: shorten the text.").arg(used, limit)
                                : tr("%1 of %2 characters").arg(used, limit));
    TextColour::set(*m_length, isTooLong() ? TextMeaning::Error : TextMeaning::Quiet);
}

} // namespace Trailglass

#include "moc_noteeditor.cpp"
