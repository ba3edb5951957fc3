// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/changefinder.h"

#include <QObject>

#include <memory>
#include <string>

namespace Trailglass {

/// Finds and compares the changes that events tell of, on a thread of its own; a new request ends the last.
/// \thread GUI
class ChangeRunner : public QObject
{
    Q_OBJECT

public:
    explicit ChangeRunner(QObject *parent = nullptr);
    /// Waits for the thread.
    ~ChangeRunner() override;

    /// As findChanges().
    void find(std::shared_ptr<const std::string> raw);
    /// As compareEvents().
    void compare(std::shared_ptr<const std::string> before, std::shared_ptr<const std::string> after);
    void cancel();

Q_SIGNALS:
    /// To the newest request only, and never before it returns.
    void found(const std::shared_ptr<const Trailglass::EventChanges> &changes);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
