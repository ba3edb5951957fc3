// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>
#include <QString>
#include <QStringList>

class QComboBox;

namespace Trailglass {

/// Asks which source of the workspace is to belong to it in an archive.
///
/// Deletes itself when closed.
/// \thread GUI
class ClaimDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param sources  of the workspace, by name; at least one
    explicit ClaimDialog(const QStringList &sources, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The dialog closes.
    void claimRequested(const QString &source);

private:
    QComboBox *m_source;
};

} // namespace Trailglass
