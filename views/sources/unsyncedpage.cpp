// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/unsyncedpage.h"

#include "views/common/emptystate.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QList<SourceRow> rowsIn(const QList<SourceRow> &rows, SourceRow::State state)
{
    QList<SourceRow> found;
    std::ranges::copy_if(rows, std::back_inserter(found),
                         [state](const SourceRow &row) { return row.state == state; });
    return found;
}

} // namespace

UnsyncedPage::UnsyncedPage(QWidget *parent)
    : QWidget(parent)
    , m_state(new EmptyState(this))
{
    setObjectName("unsyncedPage"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_state);
    connect(m_state, &EmptyState::acted, this, [this] {
        switch (m_way) {
        case Way::Sync:
            return Q_EMIT syncRequested();
        case Way::Cancel:
            return Q_EMIT cancelRequested();
        case Way::Add:
            return Q_EMIT addRequested();
        }
    });
    connect(m_state, &EmptyState::actedSecond, this, &UnsyncedPage::sourcesRequested);
}

void UnsyncedPage::setSources(const QList<SourceRow> &rows, bool isSyncing)
{
    const auto removed = rowsIn(rows, SourceRow::State::Removed).size();
    const auto active = static_cast<int>(rows.size() - removed);
    const auto synced = rowsIn(rows, SourceRow::State::UpToDate).size();
    const QList<SourceRow> failed = rowsIn(rows, SourceRow::State::Failed);
    m_way = Way::Sync;
    if (isSyncing) {
        m_way = Way::Cancel;
        m_state->show(Glyph::Sync, tr("Syncing…"), tr("The first events appear here as they arrive."),
                      tr("Cancel"), tr("Sources"));
    } else if (active == 0) {
        m_way = Way::Add;
        m_state->show(Glyph::Source, tr("No sources"), tr("Every source of this workspace was removed."),
                      tr("Add a source…"), tr("Sources"));
    } else if (!failed.isEmpty()) {
        showFailures(failed);
    } else if (synced == active) {
        m_state->show(Glyph::Table, tr("No events"),
                      tr("The sync is complete, and there were no events in the time that was requested."),
                      tr("Sync again"), tr("Sources"));
    } else {
        m_state->show(Glyph::Sync, tr("Not synced yet"),
                      tr("%Ln source(s) added. Sync to fetch the events.", nullptr, active), tr("Sync now"),
                      tr("Sources"));
    }
}

void UnsyncedPage::showFailures(const QList<SourceRow> &failed)
{
    const SourceRow &first = failed.constFirst();
    const QString text = failed.size() == 1
        ? tr("%1: %2").arg(first.name, first.lastError)
        : tr("%Ln source(s) failed. The Sources page says why.", nullptr, static_cast<int>(failed.size()));
    m_state->show(Glyph::Warning, tr("The sync failed"), text, tr("Sync again"), tr("Sources"));
}

} // namespace Trailglass

#include "moc_unsyncedpage.cpp"
