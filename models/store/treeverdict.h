// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/utcmicros.h"
#include "models/merkle/digest.h"
#include "models/store/treerecords.h"

#include <QString>

#include <optional>
#include <vector>

namespace Trailglass {

/// Something in a workspace that does not fit its tree.
struct TreeProblem
{
    enum class Kind
    {
        EventAltered, ///< an event is not as it was stored
        EventMissing, ///< an event is in the tree, but neither in the database nor among those that are gone
        EventUnreadable, ///< its values cannot be right, or its JSON cannot be read
        EventUnknown, ///< an event that is in no leaf
        EventHidden, ///< an event that is in its leaf, but not shown; without a row: all events of a source
        RecordAltered,
        RecordMissing,
        GoneAltered, ///< the hash of a leaf whose content is gone
        GoneUnexplained, ///< no purge and no newer event took its content
        EventPurged, ///< an event that the record of a purge says was deleted, and is stored
        PurgeAltered, ///< the rows that a purge took are not those that its record names
        ContentAltered, ///< one of several leaves; which one cannot be said
        QuarantineAltered, ///< a quarantined row is not as the tree recorded it
        CoverageAltered, ///< an interval of coverage, likewise
        ReviewAltered, ///< a review, mark or note, likewise
        HashAltered, ///< a stored hash; or leaves with all stored hashes that would tell which
        HeadAltered, ///< the tree head of a commit
        TableDamaged, ///< numbers that cannot be right
    };
    Kind kind = Kind::TableDamaged;
    std::optional<RowId> row = {}; ///< the first one of events; nothing where there is none
    qint64 firstLeaf = 0; ///< 0 where it is of none
    qint64 count = 0; ///< leaves, rows or hashes that are alike
    QString sentence = {}; ///< plain text; says what differs

    friend bool operator==(const TreeProblem &, const TreeProblem &) = default;
};

/// What a check of the tree has found.
struct TreeVerdict
{
    /// Problems that are listed; further ones are counted.
    static constexpr std::size_t MaxListed = 100;

    bool isBuilt = false; ///< false: there is no tree yet, and nothing was checked
    qint64 size = 0; ///< leaves
    Digest root = {}; ///< of these, as the writers know it
    qint64 events = 0; ///< leaves by what they are
    qint64 records = 0;
    qint64 gone = 0; ///< only their hash is left
    std::vector<TreeProblem> problems = {}; ///< by leaf
    qint64 problemCount = 0; ///< also those that are not listed
    std::vector<PurgeNotice> purges = {}; ///< in the order in which they began

    [[nodiscard]] bool isIntact() const { return isBuilt && problemCount == 0; }

    void add(TreeProblem problem);
};

/// Puts problems of leaves that follow each other, alike and in rows that do too, together.
class TreeProblemRuns
{
public:
    /// \param problems  are added here; outlives this
    explicit TreeProblemRuns(std::vector<TreeProblem> &problems)
        : m_problems(problems)
    {
    }
    ~TreeProblemRuns() { finishSentence(); }
    TreeProblemRuns(const TreeProblemRuns &) = delete;
    TreeProblemRuns &operator=(const TreeProblemRuns &) = delete;

    /// Adds a problem of one leaf. The sentence of the last one is right once this object is gone.
    /// \param row  0 where it is of none
    void add(TreeProblem::Kind kind, RowId row, qint64 leaf);

private:
    void finishSentence();

    std::vector<TreeProblem> &m_problems;
    bool m_hasGrown = false; ///< the last problem, since its sentence was made
};

/// What is said of a problem.
/// \thread any
[[nodiscard]] QString problemSentence(const TreeProblem &problem);

/// A problem with its sentence.
/// \thread any
[[nodiscard]] TreeProblem treeProblem(TreeProblem::Kind kind, std::optional<RowId> row, qint64 firstLeaf,
                                      qint64 count);

} // namespace Trailglass
