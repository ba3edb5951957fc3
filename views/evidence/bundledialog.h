// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/evidence/verdictlist.h"

#include <QDialog>
#include <QStringList>

namespace Trailglass {

/// What is known of an evidence bundle that is open.
struct BundleDetails
{
    QList<VerdictLine> verdict; ///< what was checked, what it proves, and what it does not
    QStringList
        facts; ///< what the bundle says of itself, one a line; a stranger's texts, shown as plain text
};

/// Says what was checked of the evidence bundle that is open, and what the bundle says. Deletes itself when closed.
/// \thread GUI
class BundleDialog : public QDialog
{
    Q_OBJECT

public:
    BundleDialog(const BundleDetails &details, QWidget *parent);

private:
    void copy() const;

    const BundleDetails m_details;
    QString m_facts; ///< as shown
};

} // namespace Trailglass
