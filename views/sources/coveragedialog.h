// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/sourcecoverage.h"

#include <QDialog>
#include <QTimeZone>

#include <cstddef>

class QTreeWidget;
class QTreeWidgetItem;

namespace Trailglass {

class WrappedLabel;

/// Shows for every source which intervals of its log were synced completely and of which events may be missing.
///
/// Deletes itself when closed.
/// \thread GUI
class CoverageDialog : public QDialog
{
    Q_OBJECT

public:
    /// Of a source with more intervals the newest are listed.
    static constexpr std::ptrdiff_t MaxIntervals = 1'000;

    /// \param zone  of the times shown
    CoverageDialog(const QTimeZone &zone, QWidget *parent);

    /// Which source is current once it is listed; the first one until then.
    void setCurrentSource(const QString &source) { m_current = source; }
    /// Until then the dialog says that it reads.
    void setCoverage(const QList<SourceCoverage> &sources);
    void setFailed(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addSource(const SourceCoverage &source);
    void paintGaps();
    [[nodiscard]] QString intervalText(const TimeWindow &window) const;

    QTimeZone m_zone;
    QString m_current; ///< name of the source to begin with; empty for none
    QTreeWidget *m_tree;
    WrappedLabel *m_note;
};

} // namespace Trailglass
