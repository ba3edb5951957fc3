// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/recordmembers.h"

#include "models/core/translation.h"
#include "models/evidence/prooflines.h"
#include "models/exporting/outputfile.h"
#include "models/merkle/treehash.h"
#include "models/store/reviewwriter.h"
#include "models/store/treerecords.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

/// Writes records into members, and keeps their leaves.
class RecordWriting
{
public:
    /// \param written  gets the leaves
    RecordWriting(const BundleRequest &request, WrittenRecords &written)
        : m_request(request)
        , m_written(written)
    {
    }

    /// Whether a record belongs to the member.
    using Choice = std::function<bool(const TreeRecord &)>;

    /// Writes the records of some kinds, by leaf.
    Result<void> write(MemberFile &file, std::initializer_list<std::string_view> kinds,
                       const Choice &isWanted)
    {
        std::vector<TreeRecord> ofSeveral; // those of one kind come by leaf
        const bool isOneKind = kinds.size() == 1;
        for (const std::string_view kind : kinds) {
            TRY(visitRecords(m_request.tree, kind, m_request.seal.checkpoint.size,
                             [&](const TreeRecord &record) -> Result<void> {
                                 if (m_request.cancel.isCancelled())
                                     return exportCancelled();
                                 if (!isWanted(record))
                                     return {};
                                 if (isOneKind)
                                     return add(file, record);
                                 ofSeveral.push_back(record);
                                 return {};
                             }));
        }
        std::ranges::sort(ofSeveral, {}, &TreeRecord::leaf);
        for (const TreeRecord &record : ofSeveral) {
            TRY(add(file, record));
        }
        return {};
    }

private:
    Result<void> add(MemberFile &file, const TreeRecord &record)
    {
        const std::string_view json(record.text.constData(), static_cast<std::size_t>(record.text.size()));
        if (json.find('\n') != std::string_view::npos) {
            return Error{
                .kind = ErrorKind::Storage,
                .message = Trailglass::tr("A record of the workspace's tree is damaged. “Verify workspace…” "
                                          "in the window, or “trailglass-cli verify workspace”, looks for "
                                          "what differs.")};
        }
        m_line.clear();
        appendRecordLine({record.leaf, json}, m_line);
        m_written.leaves.push_back({record.leaf, m_hasher.record(json)});
        return file.write(m_line, m_request.cancel);
    }

    const BundleRequest &m_request;
    WrittenRecords &m_written;
    LeafHasher m_hasher;
    std::string m_line;
};

bool isOfAny(const TreeRecord &)
{
    return true;
}

} // namespace

Result<WrittenRecords> writeRecordMembers(const BundleRequest &request, const RecordFiles &files,
                                          const MarkedEvents &marked)
{
    WrittenRecords written;
    RecordWriting writing(request, written);
    const QStringList &sources = request.content.quarantineSources;
    const auto isOfSources = [&written, &sources](const TreeRecord &record) {
        const QJsonObject object = QJsonDocument::fromJson(record.text).object();
        if (!sources.contains(object.value(u"source"_s).toString()))
            return false;
        ++(object.contains(u"event"_s) ? written.conflicting : written.unreadable);
        return true;
    };
    const auto isOfBundle = [&marked](const TreeRecord &record) {
        return marked.isInBundle(record);
    };
    TRY(writing.write(files.quarantine, {TreeRecords::Quarantined}, isOfSources));
    TRY(writing.write(files.marks, {ReviewWriter::Marked, ReviewWriter::Noted}, isOfBundle));
    TRY(writing.write(files.review, {ReviewWriter::Reviewed}, isOfAny));
    TRY(writing.write(files.history,
                      {TreeRecords::Started, TreeRecords::Purged, TreeRecords::Removed, TreeRecords::Key},
                      isOfAny));
    return written;
}

} // namespace Trailglass
