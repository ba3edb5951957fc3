// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"
#include "models/workspace/place.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace Trailglass {

/// Lists the JSON paths that events have, for whoever chooses one: of the newest events, and of some from all
/// times. On a thread of its own.
/// \thread GUI
class PathLister : public QObject
{
    Q_OBJECT

public:
    explicit PathLister(const Place &place, QObject *parent = nullptr);
    ~PathLister() override;

    /// A new request ends the last.
    void list();

Q_SIGNALS:
    /// \param paths  as the filter has them, `@details.new_value`; those in the most events first
    void listed(const QStringList &paths);
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
