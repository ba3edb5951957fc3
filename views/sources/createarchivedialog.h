// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "views/sources/sourcevalues.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace Trailglass {

class WrappedLabel;

/// Asks how an archive is to be created: alone on a server, or in a cluster.
///
/// Deletes itself when closed.
/// \thread GUI
class CreateArchiveDialog : public QDialog
{
    Q_OBJECT

public:
    /// What would be created, for people, or why that cannot be.
    using Check = std::function<Result<QString>(const EnteredCreation &entered)>;

    explicit CreateArchiveDialog(Check check, QWidget *parent = nullptr);

Q_SIGNALS:
    /// With what the check has accepted; the dialog closes.
    void createRequested(const Trailglass::EnteredCreation &entered);

private:
    [[nodiscard]] EnteredCreation entered() const;
    void checkEntered();

    const Check m_check;
    QLineEdit *m_cluster;
    QCheckBox *m_keeper;
    WrappedLabel *m_note;
    QPushButton *m_create = nullptr;
};

} // namespace Trailglass
