// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/verdictlist.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MeaningRole = Qt::UserRole;
constexpr int VerdictIcon = 16; // px

/// For who does not see the sign.
QString spokenVerdict(const VerdictLine &line)
{
    switch (line.meaning) {
    case VerdictLine::Meaning::Good:
        return Trailglass::tr("Verified: %1", "a sentence").arg(line.sentence);
    case VerdictLine::Meaning::Problem:
        return Trailglass::tr("Problem: %1", "a sentence").arg(line.sentence);
    case VerdictLine::Meaning::Notice:
        break;
    }
    return Trailglass::tr("Note: %1", "a sentence").arg(line.sentence);
}

Glyph verdictGlyph(VerdictLine::Meaning meaning)
{
    switch (meaning) {
    case VerdictLine::Meaning::Good:
        return Glyph::Check;
    case VerdictLine::Meaning::Problem:
        return Glyph::Warning;
    case VerdictLine::Meaning::Notice:
        break;
    }
    return Glyph::Information;
}

QColor meaningColour(VerdictLine::Meaning meaning, const QPalette &palette)
{
    switch (meaning) {
    case VerdictLine::Meaning::Good:
        return Colours::good(palette);
    case VerdictLine::Meaning::Problem:
        return Colours::error(palette);
    case VerdictLine::Meaning::Notice:
        break;
    }
    return Colours::quiet(palette);
}

} // namespace

VerdictList::VerdictList(QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(tr("Verdict"));
    setWordWrap(true);
    setResizeMode(QListView::Adjust);
    setTextElideMode(Qt::ElideNone);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(ExtendedSelection);
}

void VerdictList::setLines(const QList<VerdictLine> &lines)
{
    clear();
    for (const VerdictLine &line : lines) {
        auto *item = new QListWidgetItem(visibleText(line.sentence), this);
        item->setData(MeaningRole, static_cast<int>(line.meaning));
        item->setData(Qt::AccessibleTextRole, visibleText(spokenVerdict(line)));
    }
    paintSigns();
}

QString VerdictList::textOf(const QList<VerdictLine> &lines)
{
    QString text;
    for (const VerdictLine &line : lines)
        text += visibleText(spokenVerdict(line)) + u'\n';
    return text;
}

void VerdictList::paintSigns()
{
    for (int row = 0; row < count(); ++row) {
        const auto meaning = static_cast<VerdictLine::Meaning>(item(row)->data(MeaningRole).toInt());
        item(row)->setIcon(Icons::pixmap(verdictGlyph(meaning), meaningColour(meaning, palette()),
                                         VerdictIcon, devicePixelRatioF()));
    }
}

void VerdictList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintSigns();
    QListWidget::changeEvent(event);
}

void VerdictList::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy))
        return QListWidget::keyPressEvent(event);
    QStringList texts;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->isSelected())
            texts += item(row)->text();
    }
    if (!texts.isEmpty())
        QGuiApplication::clipboard()->setText(texts.join(u'\n'));
}

} // namespace Trailglass

#include "moc_verdictlist.cpp"
