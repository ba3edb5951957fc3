// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/zipwriter.h"

#include "models/core/translation.h"
#include "models/exporting/outputfile.h"

#include <QIODevice>
#include <QScopeGuard>

#include <zip.h>

#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace Trailglass {

namespace {

constexpr zip_uint16_t Midnight = 0;
constexpr zip_uint16_t FirstDosDay = (1U << 5U) | 1U; // month and day of 1980
constexpr zip_uint32_t RegularFile = 0100644U << 16U;
/// Half as long as the default level takes, for a tenth more bytes of events.
constexpr zip_uint32_t FastLevel = 3;

/// A device as libzip reads or writes it.
class ZipDevice
{
public:
    enum class Kind
    {
        Member, ///< read from its beginning to its end
        Archive ///< read and written at any place
    };

    ZipDevice(QIODevice &device, Kind kind, CancelToken cancel)
        : m_device(device)
        , m_kind(kind)
        , m_cancel(std::move(cancel))
    {
        zip_error_init(&m_error);
    }
    ~ZipDevice() { zip_error_fini(&m_error); }
    ZipDevice(const ZipDevice &) = delete;
    ZipDevice &operator=(const ZipDevice &) = delete;

    /// \returns null, with the reason in \a error, when there is no memory
    zip_source_t *source(zip_error_t *error)
    {
        return zip_source_function_create(&ZipDevice::callback, this, error);
    }

    /// Why the device did not do what libzip wanted of it.
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

private:
    static zip_int64_t callback(void *device, void *data, zip_uint64_t size, zip_source_cmd_t command)
    {
        return static_cast<ZipDevice *>(device)->respond(data, size, command);
    }

    zip_int64_t respond(void *data, zip_uint64_t size, zip_source_cmd_t command)
    {
        switch (command) {
        case ZIP_SOURCE_SUPPORTS:
            return m_kind == Kind::Member ? memberCommands() : archiveCommands();
        case ZIP_SOURCE_STAT:
            return stat(data, size);
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&m_error, data, size);
        case ZIP_SOURCE_OPEN:
            return seek(0);
        case ZIP_SOURCE_READ:
            return read(static_cast<char *>(data), size);
        case ZIP_SOURCE_WRITE:
            return write({static_cast<const char *>(data), size});
        case ZIP_SOURCE_SEEK:
        case ZIP_SOURCE_SEEK_WRITE:
            return seek(zip_source_seek_compute_offset(static_cast<zip_uint64_t>(m_device.pos()),
                                                       static_cast<zip_uint64_t>(m_device.size()), data, size,
                                                       &m_error));
        case ZIP_SOURCE_TELL:
        case ZIP_SOURCE_TELL_WRITE:
            return m_device.pos();
        default:
            return 0; // the device is open, and closed by its owner
        }
    }

    static zip_int64_t memberCommands()
    {
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
                                              ZIP_SOURCE_SUPPORTS, -1);
    }

    static zip_int64_t archiveCommands()
    {
        return zip_source_make_command_bitmap(
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
            ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_BEGIN_WRITE,
            ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE,
            ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_SUPPORTS, ZIP_SOURCE_REMOVE, -1);
    }

    zip_int64_t fail(int code)
    {
        zip_error_set(&m_error, code, 0);
        if (!m_failure)
            m_failure = writeError(m_device, m_cancel);
        return -1;
    }

    zip_int64_t stat(void *data, zip_uint64_t size)
    {
        if (size < sizeof(zip_stat_t))
            return fail(ZIP_ER_INVAL);
        auto *const status = static_cast<zip_stat_t *>(data);
        zip_stat_init(status);
        status->size = static_cast<zip_uint64_t>(m_device.size());
        status->valid = ZIP_STAT_SIZE;
        return static_cast<zip_int64_t>(sizeof(zip_stat_t));
    }

    zip_int64_t seek(zip_int64_t offset)
    {
        return offset >= 0 && m_device.seek(offset) ? 0 : fail(ZIP_ER_SEEK);
    }

    zip_int64_t read(char *data, zip_uint64_t size)
    {
        const qint64 count = m_cancel.isCancelled() ? -1 : m_device.read(data, static_cast<qint64>(size));
        return count < 0 ? fail(ZIP_ER_READ) : count;
    }

    zip_int64_t write(std::string_view bytes)
    {
        const auto written = writeAll(m_device, bytes, m_cancel);
        if (written)
            return static_cast<zip_int64_t>(bytes.size());
        m_failure = written.error();
        return fail(ZIP_ER_WRITE);
    }

    QIODevice &m_device;
    const Kind m_kind;
    const CancelToken m_cancel;
    zip_error_t m_error{};
    std::optional<Error> m_failure;
};

struct ArchiveDiscarder
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
using ZipArchive = std::unique_ptr<zip_t, ArchiveDiscarder>;

Error notPacked(const char *reason)
{
    return {.kind = ErrorKind::Storage,
            .message = tr("The bundle could not be packed: %1. Try again.").arg(QString::fromUtf8(reason)),
            .detail = QString::fromUtf8(reason)};
}

/// \param device  must outlive the archive
/// \param flags   of zip_open()
Result<ZipArchive> openZip(ZipDevice &device, int flags)
{
    zip_error_t error;
    zip_error_init(&error);
    const auto end = qScopeGuard([&error] { zip_error_fini(&error); });
    zip_source_t *const source = device.source(&error);
    ZipArchive archive(source ? zip_open_from_source(source, flags, &error) : nullptr);
    if (archive)
        return archive;
    if (source)
        zip_source_free(source);
    return device.failure() ? *device.failure() : notPacked(zip_error_strerror(&error));
}

/// The bytes of a member as another archive has it packed.
/// \returns null where it has none of that name
zip_source_t *packedMember(zip_t *archive, zip_t *other, const QByteArray &name)
{
    const zip_int64_t found = zip_name_locate(other, name.constData(), 0);
    return found < 0 ? nullptr : zip_source_zip(archive, other, static_cast<zip_uint64_t>(found), 0, 0, -1);
}

/// Adds a part, whose content is read when the archive is closed.
/// \param source  null when there was no memory for it
bool addPart(zip_t *archive, const ZipPart &part, zip_source_t *source)
{
    if (!source)
        return false;
    const zip_int64_t added = zip_file_add(archive, part.name.constData(), source, 0);
    if (added < 0) {
        zip_source_free(source);
        return false;
    }
    const auto index = static_cast<zip_uint64_t>(added);
    return zip_set_file_compression(archive, index, part.isPacked ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                    part.isPacked ? FastLevel : 0)
        == 0
        && zip_file_set_dostime(archive, index, Midnight, FirstDosDay, 0) == 0
        && zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, RegularFile) == 0;
}

} // namespace

Result<void> writeZip(QIODevice &output, std::span<const ZipPart> parts, const CancelToken &cancel,
                      QIODevice *packed)
{
    ZipDevice target(output, ZipDevice::Kind::Archive, cancel);
    // Used until the archive is closed or discarded, as the other one.
    std::vector<std::unique_ptr<ZipDevice>> contents;
    ZipArchive other;
    if (packed) {
        contents.push_back(std::make_unique<ZipDevice>(*packed, ZipDevice::Kind::Archive, cancel));
        TRY(other, openZip(*contents.back(), ZIP_RDONLY));
    }
    TRY(ZipArchive archive, openZip(target, ZIP_CREATE | ZIP_TRUNCATE));
    for (const ZipPart &part : parts) {
        zip_source_t *source = other ? packedMember(archive.get(), other.get(), part.name) : nullptr;
        if (!source) {
            contents.push_back(std::make_unique<ZipDevice>(*part.content, ZipDevice::Kind::Member, cancel));
            source = contents.back()->source(zip_get_error(archive.get()));
        }
        if (!addPart(archive.get(), part, source))
            return notPacked(zip_error_strerror(zip_get_error(archive.get())));
    }
    if (zip_close(archive.get()) == 0) {
        static_cast<void>(archive.release()); // gone
        return {};
    }
    for (const auto &content : contents) {
        if (content->failure())
            return *content->failure();
    }
    return target.failure() ? *target.failure() : notPacked(zip_error_strerror(zip_get_error(archive.get())));
}

} // namespace Trailglass
