package time

import "syscall"

// packedZones is where an installed Go keeps all zones: a zip archive whose files are not compressed.
const packedZones = "/lib/time/zoneinfo.zip"

const (
	zipEndBytes   = 22
	zipEntryBytes = 46
	zipLocalBytes = 30
)

func little(p []byte, n int) int {
	v := 0
	for i := n - 1; i >= 0; i-- {
		v = v<<8 | int(p[i])
	}
	return v
}

// packedZone returns the file of a zone in an archive.
func packedZone(archive, name string) ([]byte, error) {
	fd, err := syscall.Open(archive, syscall.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	defer syscall.Close(fd)
	end := make([]byte, zipEndBytes)
	if err := readFrom(fd, end, -zipEndBytes); err != nil {
		return nil, err
	}
	entries, length, at := little(end[10:], 2), little(end[12:], 4), little(end[16:], 4)
	directory := make([]byte, length)
	if err := readFrom(fd, directory, int64(at)); err != nil {
		return nil, err
	}
	for range entries {
		if len(directory) < zipEntryBytes || little(directory, 4) != 0x02014b50 {
			break
		}
		e := directory
		nameLength := little(e[28:], 2)
		skip := zipEntryBytes + nameLength + little(e[30:], 2) + little(e[32:], 2)
		if skip > len(e) {
			break
		}
		directory = e[skip:]
		if string(e[zipEntryBytes:zipEntryBytes+nameLength]) != name {
			continue
		}
		if little(e[10:], 2) != 0 {
			return nil, errZoneData // compressed
		}
		return packedContents(fd, little(e[42:], 4), little(e[24:], 4))
	}
	return nil, syscall.ENOENT
}

// packedContents reads a file of so many bytes whose own header stands at a place.
func packedContents(fd, at, size int) ([]byte, error) {
	head := make([]byte, zipLocalBytes)
	if err := readFrom(fd, head, int64(at)); err != nil {
		return nil, err
	}
	if little(head, 4) != 0x04034b50 || size > mostZoneBytes {
		return nil, errZoneData
	}
	data := make([]byte, size)
	return data, readFrom(fd, data, int64(at+zipLocalBytes+little(head[26:], 2)+little(head[28:], 2)))
}

// readFrom fills p from a place in a file, counted from its end where it is negative.
func readFrom(fd int, p []byte, at int64) error {
	whence := 0
	if at < 0 {
		whence = 2
	}
	if _, err := syscall.Seek(fd, at, whence); err != nil {
		return err
	}
	for len(p) > 0 {
		n, err := syscall.Read(fd, p)
		if err != nil {
			return err
		}
		if n == 0 {
			return errZoneData
		}
		p = p[n:]
	}
	return nil
}
