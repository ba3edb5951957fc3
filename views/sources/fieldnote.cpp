// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/fieldnote.h"

#include "models/core/text.h"
#include "views/common/plaintext.h"
#include "views/common/textcolour.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxFieldNoteLines = 12;
/// Characters of an input that are shown beside it.
constexpr qsizetype MaxWritten = 300;

} // namespace

FieldNote::FieldNote(const QString &help, QWidget *parent)
    : WrappedLabel(MaxFieldNoteLines, parent)
    , m_help(help)
{
    setObjectName("fieldNote"_L1);
    showError({});
}

void FieldNote::showError(const QString &text)
{
    m_error = text;
    TextColour::set(*this, m_error.isEmpty() ? TextMeaning::Quiet : TextMeaning::Error);
    refresh();
}

void FieldNote::showInput(const QString &text)
{
    m_written = PlainText::needsVisibleForm(text) ? visibleText(text) : QString();
    if (m_written.size() > MaxWritten)
        m_written = m_written.left(MaxWritten) + u'…';
    refresh();
}

void FieldNote::refresh()
{
    const QString said = m_error.isEmpty() ? m_help : m_error;
    PlainText::show(this, said);
    // A line break of ours, which PlainText would show as a token.
    if (!m_written.isEmpty())
        setText(tr("Current value: %1").arg(m_written) + u'\n' + this->text());
    setVisible(!this->text().isEmpty());
}

} // namespace Trailglass

#include "moc_fieldnote.cpp"
