// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/runtablemodel.h"

#include <QWidget>

#include <optional>

class QPlainTextEdit;
class QTableView;

namespace Trailglass {

class WrappedLabel;

/// What was synced and imported of one source: from when on it is not known, its runs, and everything about the
/// current run.
///
/// While it is in sight it requests the runs; a RunsController brings them.
/// \thread GUI
class RunsView : public QWidget
{
    Q_OBJECT

public:
    explicit RunsView(QWidget *parent = nullptr);

    /// \param name  of the source to show; empty for none
    void setSource(const QString &name);
    /// What is stored may have changed.
    void refresh();

    /// Ignored for another source than the one to show.
    void setHistory(const RunHistory &history);
    /// Likewise; shows why there is nothing to show.
    void setFailed(const QString &source, const QString &sentence);

    /// Zone in which times are shown. UTC until set.
    void setDisplayZone(const QTimeZone &zone);

Q_SIGNALS:
    void runsRequested(const QString &source);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeTable();
    void requestInSight();
    void showHeadline();
    void showDetails();

    RunTableModel *m_model;
    WrappedLabel *m_headline;
    QTableView *m_table;
    QPlainTextEdit *m_details;
    QString m_source;
    std::optional<RunHistory> m_history; ///< of m_source, once it was read
    QTimeZone m_zone;
    bool m_isStale = false;
};

} // namespace Trailglass
