using System.IO.Compression;
using System.Text;
using Kanal.Centre;
using Kanal.Centre.Attachments;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Conversations;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Attachments;

public sealed class FileStoreTests(KanalHost kanal) : IClassFixture<KanalHost>
{
    static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13];

    [Fact]
    public async Task A_kept_file_is_read_back_whole()
    {
        var (site, conversation) = await ConversationAsync();
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Blåbærgrød\r\n", 20_000)));
        var kept = await SaveAsync(content, "opskrift.txt", site, conversation);
        Assert.Equal(("opskrift.txt", "text/plain", content.Length), (kept.Name, kept.Type, kept.Size));

        var opened = await Store.OpenAsync(conversation, kept.Id, default);
        await using var stream = opened!.Value.Content;
        using var read = new MemoryStream();
        await stream.CopyToAsync(read);
        Assert.Equal(content, read.ToArray());
        Assert.Equal(kept, opened.Value.File);
    }

    [Fact]
    public async Task A_file_is_its_own_conversations_alone()
    {
        var (site, conversation) = await ConversationAsync();
        var (_, other) = await ConversationAsync();
        var kept = await SaveAsync(Png, "a.png", site, conversation);
        Assert.Null(await Store.OpenAsync(other, kept.Id, default));
        Assert.Equal("invalid", (await Assert.ThrowsAsync<RefusedException>(() => Store.ReferencesAsync(other, [kept.Id], default))).Slug);
        Assert.Equal([kept], await Store.ReferencesAsync(conversation, [kept.Id, kept.Id], default));
    }

    [Theory]
    [InlineData("photo.PNG", "photo.PNG")]
    [InlineData("../../etc/passwd", "passwd.png")]
    [InlineData("C:\\Users\\bo\\photo.png", "photo.png")]
    [InlineData("photo.html", "photo.html.png")]
    [InlineData("gnp\u202E.exe", "gnp.exe.png")]
    [InlineData("a\r\nb\"<c>.png", "abc.png")]
    [InlineData("..", "file.png")]
    [InlineData("", "file.png")]
    public async Task A_name_is_safe_to_show_and_to_save(string given, string kept)
    {
        var (site, conversation) = await ConversationAsync();
        Assert.Equal(kept, (await SaveAsync(Png, given, site, conversation)).Name);
    }

    [Fact]
    public async Task A_long_name_is_cut_and_keeps_its_extension()
    {
        var (site, conversation) = await ConversationAsync();
        var name = (await SaveAsync(Png, string.Concat(Enumerable.Repeat("🚢", 200)) + ".png", site, conversation)).Name;
        Assert.InRange(name.Length, 100, 120);
        Assert.EndsWith("🚢.png", name);
    }

    [Fact]
    public async Task Content_decides_what_a_file_is()
    {
        var (site, conversation) = await ConversationAsync();
        Assert.Equal("image/png", (await SaveAsync(Png, "really.pdf", site, conversation)).Type);
        Assert.Equal("image/jpeg", (await SaveAsync([0xFF, 0xD8, 0xFF, 0xE0], "a.jpeg", site, conversation)).Type);
        Assert.Equal("image/webp", (await SaveAsync("RIFF0000WEBP"u8.ToArray(), "a.webp", site, conversation)).Type);
        Assert.Equal("application/pdf", (await SaveAsync("%PDF-1.7"u8.ToArray(), "a", site, conversation)).Type);
        Assert.Equal("text/csv", (await SaveAsync("a;b\n1;2"u8.ToArray(), "a.csv", site, conversation)).Type);
        Assert.EndsWith("wordprocessingml.document", (await SaveAsync(Zip("[Content_Types].xml", "word/document.xml"), "a.docx", site, conversation)).Type);
        Assert.EndsWith("spreadsheetml.sheet", (await SaveAsync(Zip("[Content_Types].xml", "xl/workbook.xml"), "a.xlsx", site, conversation)).Type);
        Assert.EndsWith("opendocument.text", (await SaveAsync(Zip("mimetype=application/vnd.oasis.opendocument.text"), "a.odt", site, conversation)).Type);
    }

    public static TheoryData<string, byte[]> Refused { get; } = new()
    {
        { "a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() },
        { "a.txt", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() },
        { "a.txt", "\uFEFF \r\n<!DOCTYPE html><script>alert(1)</script>"u8.ToArray() },
        { "a.html", "just text"u8.ToArray() },
        { "a.js", "alert(1)"u8.ToArray() },
        { "a.txt", [0xC3, 0x28, 0x61] },
        { "a.txt", [0x61, 0x00, 0x62] },
        { "a.png", [0x4D, 0x5A, 0x90, 0x00] },
        { "a.zip", Zip("a.txt") },
        { "a.docx", Zip("a.txt") },
        { "a.docx", Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin") },
        { "a.docx", "PK\u0003\u0004 and no more"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_could_harm_is_refused(string name, byte[] content)
    {
        var (site, conversation) = await ConversationAsync();
        var refused = await Assert.ThrowsAsync<RefusedException>(() => SaveAsync(content, name, site, conversation));
        Assert.Equal((Refusal.UnsupportedType, "file-type-refused"), (refused.Kind, refused.Slug));
    }

    [Fact]
    public async Task Ten_megabytes_are_taken_and_a_byte_more_is_not()
    {
        var (site, conversation) = await ConversationAsync();
        var content = new byte[FileStore.Largest + 1];
        content.AsSpan().Fill((byte)'x');
        Assert.Equal(FileStore.Largest, (await SaveAsync(content[..^1], "a.txt", site, conversation)).Size);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => SaveAsync(content, "a.txt", site, conversation));
        Assert.Equal((Refusal.TooLarge, "file-too-large"), (refused.Kind, refused.Slug));
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        var (site, conversation) = await ConversationAsync();
        Assert.Equal("file-empty", (await Assert.ThrowsAsync<RefusedException>(() => SaveAsync([], "a.txt", site, conversation))).Slug);
    }

    [Fact]
    public async Task What_could_not_be_kept_leaves_nothing_behind()
    {
        var (site, conversation) = await ConversationAsync();
        var files = Path.Combine(kanal.Services.GetRequiredService<DataFolder>().Folder, "files");
        await SaveAsync(Png, "a.png", site, conversation);
        var before = Directory.GetFiles(files, "*", SearchOption.AllDirectories).Length;
        await Assert.ThrowsAsync<RefusedException>(() => SaveAsync(new byte[FileStore.Largest + 1], "a.txt", site, conversation));
        await Assert.ThrowsAsync<RefusedException>(() => SaveAsync([1, 2, 3], "a.exe", site, conversation));
        await Assert.ThrowsAsync<IOException>(() => Store.SaveAsync(new BrokenStream(), "a.txt", null, site, conversation, Author.Visitor, null, default));
        Assert.Equal(before, Directory.GetFiles(files, "*", SearchOption.AllDirectories).Length);
    }

    FileStore Store => kanal.Services.GetRequiredService<FileStore>();

    async Task<(Id Site, Id Conversation)> ConversationAsync()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        return await NewConversation.MakeAsync(kanal, client);
    }

    Task<FileReference> SaveAsync(byte[] content, string name, Id site, Id conversation) =>
        Store.SaveAsync(new MemoryStream(content), name, null, site, conversation, Author.Visitor, null, CancellationToken.None);

    // Entries by name, with content after "=".
    static byte[] Zip(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var parts in entries.Select(entry => entry.Split('=')))
            {
                using var entry = zip.CreateEntry(parts[0]).Open();
                entry.Write(Encoding.ASCII.GetBytes(parts.ElementAtOrDefault(1) ?? "<x/>"));
            }
        }

        return stream.ToArray();
    }

    sealed class BrokenStream : MemoryStream
    {
        bool _read;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_read)
            {
                throw new IOException("The line is dead.");
            }

            _read = true;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
