// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/pathkey.h"
#include "models/core/result.h"
#include "models/json/jsontokenreader.h"

#include <array>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// One value of the JSON of an event, as the archive keeps it.
struct FlatValue
{
    /// Names as archivePath() writes them; after them a quote if the value is in an array inside a string at the end of
    /// the path, and AsReceived or InFormC if the text is not in normal form C as received.
    std::string_view path;
    /// For each name what the way to the value goes through after it, joined by slashes: `[2]` for an element, `"` for
    /// JSON inside a string. Empty if there is none of either.
    std::string_view at;
    std::string_view text; ///< of a string, decoded; of any other value its token
    /// As appendValueKey() writes it; of an object that of its addresses, ObjectKey or EmptyObjectKey; empty with InFormC.
    std::string_view key;
};

/// Takes the JSON of events apart, so that a server that knows no JSON can evaluate filters and sort orders on JSON paths
/// exactly as Filter::visitElements() does: duplicate members, numbers as written, JSON inside strings.
///
/// Lists 0 … PathBuckets - 1 have the strings, numbers, `true`, `false` and `null` of the paths of that bucketOf(), and
/// an empty text for each object; ObjectList has the texts of whole objects. Each is in the order of the document, an
/// object before its members, but objects in normal form C are anywhere. A text that is not in form C is there twice,
/// see textforms.h. Arrays are no values, and the value at the root has no path. Not recursive.
/// \thread any, one at a time
class JsonFlattener
{
public:
    static constexpr int ObjectList = PathBuckets;
    static constexpr int ListCount = PathBuckets + 1;

    /// Of the values of one event, in bytes: their texts, and ValueBytes for each. No vendor's events come near, but nesting
    /// can multiply what is written once.
    static constexpr std::size_t MaxBytes = 128 * 1024 * 1024;
    static constexpr std::size_t ValueBytes = sizeof(FlatValue);

    JsonFlattener();
    Q_DISABLE_COPY_MOVE(JsonFlattener)

    /// Reads one event; the values of the one before are gone. Time and memory are linear in \a raw and in the bytes of
    /// the values.
    ///
    /// \param raw  one JSON value, kept as long as the values are. Of invalid JSON, or JSON deeper than MaxJsonDepth, the
    /// values that are complete before the first error are read; what is nested deeper through strings is left out
    /// \error TooLarge for more than MaxBytes; there are no values then
    Result<void> flatten(std::string_view raw);

    /// \param list  0 … ListCount - 1
    [[nodiscard]] const std::vector<FlatValue> &values(int list) const { return m_lists.at(indexOf(list)); }

private:
    /// Where the value that is read next is.
    struct Place
    {
        std::string_view names;
        std::string_view path;
        std::size_t at = 0; ///< length in m_at
        quint32 hash = EmptyPathHash; ///< of the names
        int depth = 0; ///< number of names
        bool isMarked = false; ///< FlatValue::at is not empty
    };

    /// An object or array that is open.
    struct Container
    {
        Place place;
        std::size_t start = 0; ///< in the text of its document
        bool isArray = false;
        bool isListed = false; ///< an object that is in lists
        std::size_t object = 0; ///< in the list of objects
        std::size_t entry = 0; ///< in the list of its bucket
        qint64 elements = 0;
    };

    /// The JSON of the event, or of a string in it.
    struct Document
    {
        std::string_view text;
        JsonTokenReader reader;
        std::size_t containers; ///< that are open around it
        int nesting; ///< objects, arrays and strings around it
    };

    [[nodiscard]] static std::size_t indexOf(int list) { return static_cast<std::size_t>(list); }
    void clear();
    void dropOpenObjects();
    bool readToken();
    bool openContainer(bool isArray);
    void closeContainer();
    void completeObject(const Container &closed, std::string_view text);
    void enterMember(std::string_view token);
    void enterElement();
    void enterText(std::string_view text, int nesting);
    void addScalar(const JsonValueView &value);
    void add(int list, const FlatValue &value);
    [[nodiscard]] FlatValue valueHere(std::string_view text, std::string_view key);
    [[nodiscard]] FlatValue formOf(FlatValue &value, const std::string &composed);
    [[nodiscard]] std::string_view decoded(const JsonValueView &value);
    [[nodiscard]] std::string_view keyOf(JsonKind kind, std::string_view text);
    [[nodiscard]] std::string_view keep(std::string_view bytes);

    std::array<std::vector<FlatValue>, ListCount> m_lists;
    std::vector<char> m_firstTexts; ///< before m_texts, which begins with it
    std::pmr::monotonic_buffer_resource m_texts; ///< what views cannot point to in the event
    std::size_t m_bytes = 0;
    std::vector<Document> m_documents;
    std::vector<Container> m_containers;
    Place m_place;
    std::string m_at;
    std::string m_names; ///< working memory, as the next ones
    std::string m_name;
    std::string m_key;
    std::string m_decoded;
};

} // namespace Trailglass
