// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>
#include <QStringList>

namespace Trailglass {

/// Every key and every checkpoint of a workspace, in words; each list newest first.
struct EvidenceHistory
{
    QStringList keys = {}; ///< two lines each: what is known of it, and its public half
    QStringList checkpoints = {}; ///< one line each
};

/// Shows them, and copies them. Deletes itself when closed.
/// \thread GUI
class EvidenceHistoryDialog : public QDialog
{
    Q_OBJECT

public:
    EvidenceHistoryDialog(const EvidenceHistory &history, QWidget *parent);

private:
    QString m_text; ///< all of it, as shown
};

} // namespace Trailglass
