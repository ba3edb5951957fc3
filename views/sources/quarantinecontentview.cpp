// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/quarantinecontentview.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/table/bytedump.h"
#include "models/table/timeformatter.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/wrappedlabel.h"
#include "views/inspector/changesview.h"
#include "views/inspector/longtextedit.h"
#include "views/inspector/pagedtext.h"
#include "views/inspector/textviewer.h"

#include <QLocale>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxFactLines = 3;

} // namespace

QuarantineContentView::QuarantineContentView(const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_facts(new WrappedLabel(MaxFactLines, this))
    , m_tabs(new QTabWidget(this))
    , m_bytes(addText("quarantineBytes", tr("Bytes")))
    , m_stored(addText("quarantineStored", tr("Stored version")))
    , m_changes(new ChangesView)
{
    m_facts->setObjectName("quarantineFacts"_L1);
    m_tabs->setObjectName("quarantineTabs"_L1);
    // The tabs take the keyboard, not what is around them, which has no role.
    m_tabs->setFocusPolicy(Qt::NoFocus);
    m_tabs->tabBar()->setFocusPolicy(Qt::TabFocus);
    m_changes->setObjectName("quarantineChanges"_L1);
    m_tabs->addTab(m_changes, tr("Differences"));
    connect(m_changes, &ChangesView::openRequested, this,
            [this](const QString &title, const std::string &text) {
                (new TextViewer(title, text, this))->show();
            });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Normal);
    layout->addWidget(m_facts);
    layout->addWidget(m_tabs, 1);
    clear();
}

PagedText *QuarantineContentView::addText(const char *name, const QString &title)
{
    auto *text = new PagedText;
    text->edit().setObjectName(QLatin1StringView(name));
    text->edit().setAccessibleName(title);
    m_tabs->addTab(text, title);
    return text;
}

void QuarantineContentView::clear()
{
    PlainText::show(m_facts, {});
    m_bytes->setSource({}, 0);
    m_stored->setSource({}, 0);
    m_changes->setChanges(nullptr);
    m_tabs->setTabVisible(m_tabs->indexOf(m_stored), false);
    m_tabs->setTabVisible(m_tabs->indexOf(m_changes), false);
    m_tabs->setEnabled(false);
}

void QuarantineContentView::showContent(const QuarantineContent &content)
{
    const bool isConflict = content.row.kind == QuarantineRow::Kind::Conflict;
    const bool hasChanges = content.changes && !content.changes->changes.empty();
    const bool isSame = hasChanges && content.changes->changes.front().change.kind == ValueChange::Kind::Same;
    const QString facts = factsOf(content.row);
    PlainText::show(m_facts,
                    isSame ? inSequence(facts,
                                        tr("Both versions have the same members with the same values; "
                                           "only their bytes differ."))
                           : facts);
    m_tabs->setEnabled(true);
    m_tabs->setTabText(m_tabs->indexOf(m_bytes), isConflict ? tr("Other version") : tr("Bytes"));
    m_tabs->setTabVisible(m_tabs->indexOf(m_stored), content.stored != nullptr);
    m_tabs->setTabVisible(m_tabs->indexOf(m_changes), hasChanges && !isSame);
    showText(*m_bytes, content.bytes);
    showText(*m_stored, content.stored);
    m_changes->setChanges(content.changes);
}

QString QuarantineContentView::factsOf(const QuarantineRow &row) const
{
    const QString received = exactTime(row.received, m_zone);
    QString facts =
        inSequence(visibleText(quarantineReason(row)),
                   row.place.isEmpty() ? tr("Received %1.").arg(received)
                                       : tr("Received %1, from: %2.").arg(received, visibleText(row.place)));
    if (row.isWhole)
        return facts;
    return inSequence(facts,
                      tr("It has %1 bytes, of which the first ones are kept, and cannot be read again.")
                          .arg(QLocale().toString(row.length)));
}

/// \param bytes  null shows nothing
void QuarantineContentView::showText(PagedText &text, const std::shared_ptr<const std::string> &bytes)
{
    if (!bytes)
        return text.setSource({}, 0);
    const auto shown = std::make_shared<const std::string>(shownBytes(*bytes));
    const auto read = [shown, position = std::size_t{0}](std::size_t count) mutable {
        std::string portion = shown->substr(position, count);
        position += portion.size();
        return portion;
    };
    text.setSource(read, shown->size());
}

} // namespace Trailglass

#include "moc_quarantinecontentview.cpp"
