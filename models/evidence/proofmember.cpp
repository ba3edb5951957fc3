// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/proofmember.h"

#include "models/core/translation.h"
#include "models/evidence/prooflines.h"
#include "models/exporting/outputfile.h"

#include <algorithm>
#include <string>

namespace Trailglass {

namespace {

/// Bytes of lines that are written at once.
constexpr std::size_t NodeBytesAtOnce = 64 * 1024;

Error isAltered()
{
    return {
        .kind = ErrorKind::Storage,
        .message = Trailglass::tr(
            "The events do not lead to the root of the workspace's tree: something in the workspace was "
            "altered. “Verify workspace…” in the window, or “trailglass-cli verify workspace”, names it.")};
}

/// Puts the tree together while the hashes between the leaves are written.
class NodeWriting
{
public:
    NodeWriting(const BundleRequest &request, MemberFile &proofs)
        : m_request(request)
        , m_proofs(proofs)
    {
    }

    /// Writes the hashes of what is between the parts that were added and a leaf.
    Result<void> fill(qint64 end)
    {
        for (const Subtree &part : subtreesBetween(m_tree.size(), end)) {
            if (m_request.cancel.isCancelled())
                return exportCancelled();
            TRY(const Digest hash, m_request.tree.hashOf(part));
            TRY(add(part, hash));
            appendNodeLine({part, hash}, m_lines);
            if (m_lines.size() >= NodeBytesAtOnce) {
                TRY(flush());
            }
        }
        return {};
    }

    Result<void> add(const Subtree &part, const Digest &hash)
    {
        return m_tree.add(part, hash) ? Result<void>() : isAltered();
    }

    Result<void> end()
    {
        const TreeCheckpoint &checkpoint = m_request.seal.checkpoint;
        TRY(fill(checkpoint.size));
        if (m_tree.size() != checkpoint.size || m_tree.root() != checkpoint.root)
            return isAltered();
        appendSizeLine(checkpoint.size, m_lines);
        return flush();
    }

private:
    Result<void> flush()
    {
        TRY(m_proofs.write(m_lines, m_request.cancel));
        m_lines.clear();
        return {};
    }

    const BundleRequest &m_request;
    MemberFile &m_proofs;
    RootBuilder m_tree;
    std::string m_lines;
};

} // namespace

Result<void> writeNodes(const BundleRequest &request, MemberFile &proofs, std::vector<ShownLeaf> leaves)
{
    std::ranges::sort(leaves, {}, &ShownLeaf::number);
    TRY(request.tree.expect(leaves));
    NodeWriting writing(request, proofs);
    for (const ShownLeaf &leaf : leaves) {
        TRY(writing.fill(leaf.number));
        TRY(writing.add({0, leaf.number}, leaf.hash));
    }
    return writing.end();
}

} // namespace Trailglass
