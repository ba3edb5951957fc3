// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"
#include "models/table/runrow.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// Reads the runs of a source, on a thread of its own.
/// \thread GUI
class RunLister : public QObject
{
    Q_OBJECT

public:
    /// Listed of a source; more than one that this program has written ever holds.
    static constexpr int MaxRuns = 2'000;

    explicit RunLister(QString workspace, QObject *parent = nullptr);
    ~RunLister() override;

    /// A new request ends the last.
    void list(const QString &source);

Q_SIGNALS:
    void listed(const Trailglass::RunHistory &history);
    void failed(const QString &source, const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
