// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/place.h"
#include "models/workspace/resultrequest.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// Finds places in a result that is shown, on a thread of its own; a new request ends the last of its kind.
///
/// \thread GUI
class PlaceFinder : public QObject
{
    Q_OBJECT

public:
    /// A text that more rows have is no use to look for.
    static constexpr std::size_t MaxRows = 1'000'000;

    explicit PlaceFinder(const Place &place, QObject *parent = nullptr);
    /// Cancels and waits for the thread: within 100 ms.
    ~PlaceFinder() override;

    /// Which rows of \a shown also match \a what.
    void find(const QueryResult &shown, const Filter::NodePointer &what);
    /// How many rows of \a shown also match \a before, which is true of its first rows: the place of the
    /// first that comes after them.
    void findEnd(const QueryResult &shown, const Filter::NodePointer &before);
    /// Ends find(); findEnd() goes on.
    void cancelFind();

Q_SIGNALS:
    /// \param places  ascending
    void found(const std::vector<std::size_t> &places);
    /// Of find(). TooLarge: more than MaxRows to find; else as ResultRunner::failed().
    void failed(const Trailglass::Error &error);
    void endFound(std::size_t place);
    /// Of findEnd(). As ResultRunner::failed().
    void endFailed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
