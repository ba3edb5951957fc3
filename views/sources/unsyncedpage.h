// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/sourcerow.h"

#include <QList>
#include <QWidget>

namespace Trailglass {

class EmptyState;

/// What stands in the window while there are sources and no event: why, and the way on.
class UnsyncedPage : public QWidget
{
    Q_OBJECT

public:
    explicit UnsyncedPage(QWidget *parent = nullptr);

    /// \param isSyncing  a sync is on
    void setSources(const QList<SourceRow> &rows, bool isSyncing);

Q_SIGNALS:
    void syncRequested();
    void cancelRequested();
    void addRequested();
    /// Show all sources.
    void sourcesRequested();

private:
    enum class Way
    {
        Sync,
        Cancel,
        Add
    };

    void showFailures(const QList<SourceRow> &failed);

    EmptyState *m_state;
    Way m_way = Way::Sync;
};

} // namespace Trailglass
