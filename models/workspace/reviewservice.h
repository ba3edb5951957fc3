// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/workspace/reviews.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace Trailglass {

/// Reviews, marks and notes of a workspace for the window: read and written on a thread of their own, by one reviewer.
///
/// Opens nothing before the first call. Every call ends once, through its callback, in the GUI thread and not before it
/// returns. What others change, WorkspaceWatch notices.
/// \thread GUI
class ReviewService : public QObject
{
    Q_OBJECT

public:
    using Reviewed = std::function<void(Result<ReviewEntry>)>;
    using Marked = std::function<void(Result<qint64> changed)>;
    using Noted = std::function<void(Result<bool> changed)>;
    using Standing = std::function<void(Result<std::vector<ReviewStatus>>)>;
    using Logged = std::function<void(Result<std::vector<ReviewEntry>>)>;
    using Row = std::function<void(Result<RowId>)>;

    /// \param reviewer  localAccountName()
    /// \param clock  outlives the service
    ReviewService(QString workspace, QString reviewer, const Clock &clock, QObject *parent = nullptr);
    /// Finishes the changes that were called for, except a review whose events are still being counted; waits up to the
    /// 5 s that a small write waits for another program. No callback follows.
    ~ReviewService() override;

    /// Whose reviews these are: for ReviewName::reviewer.
    [[nodiscard]] const QString &reviewer() const;

    /// finishReview()
    void review(const ReviewRequest &request, Reviewed done);
    /// changeMarks()
    void setMarks(const std::vector<NamedEvent> &events, std::optional<MarkColour> colour, Marked done);
    /// changeNote()
    void setNote(const NamedEvent &event, const QString &note, Noted done);

    /// reviewStatus()
    void readStatus(const QString &name, Standing done);
    /// reviewLog()
    void readLog(int limit, Logged done);
    /// reviewedRow() of this reviewer.
    void readReviewedRow(const QString &name, Row done);

Q_SIGNALS:
    /// Reviews, marks or notes are others than before: after a change of this service, and before its callback.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
