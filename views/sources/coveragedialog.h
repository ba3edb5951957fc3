// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>
#include <QStringList>

namespace Trailglass {

/// Shows which times of a source were fetched completely.
/// \thread GUI
class CoverageDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param intervals  a line each, of safe plain text; none: nothing was fetched completely yet
    CoverageDialog(const QString &source, const QStringList &intervals, QWidget *parent = nullptr);
};

} // namespace Trailglass
