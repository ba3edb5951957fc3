// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"
#include "models/table/quarantinerow.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Trailglass {

/// Lists the quarantined rows of a workspace in pages, and reads single ones, on a thread of its own.
/// \thread GUI
class QuarantineLister : public QObject
{
    Q_OBJECT

public:
    static constexpr int RowsOfPage = 500;

    explicit QuarantineLister(QString workspace, QObject *parent = nullptr);
    ~QuarantineLister() override;

    /// The newest rows; ends what was requested before.
    /// \param source  name of the source; empty: of all
    void list(const QString &source);
    /// The rows after those that were listed last.
    void listMore();

    /// quarantinedContent(); a new request ends the last.
    void read(qint64 id);

Q_SIGNALS:
    /// \param isLast  there are no rows after these
    void listed(const std::vector<Trailglass::QuarantineRow> &rows, bool isLast);
    void listFailed(const Trailglass::Error &error);
    void contentRead(const Trailglass::QuarantineContent &content);
    void readFailed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
